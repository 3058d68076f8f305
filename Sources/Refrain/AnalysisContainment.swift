public import Outlining

extension Analysis {
    /// The sections that others hold nearly whole, as an outline by the standard settings has them: by section.
    public func containedSections(threads: Int) -> [SectionContainment] {
        Outliner(settings: OutlineSettings(vectorizing: settings.vectorizing), threads: threads)
            .containedSections(of: sections, clusters: clusters)
    }
}
