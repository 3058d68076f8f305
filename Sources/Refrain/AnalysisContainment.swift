public import Outlining

extension Analysis {
    /// The sections whose points others hold nearly all, as the outline has them: by section.
    public func pointContainments(threads: Int) -> [SectionContainment] {
        Outliner(settings: OutlineSettings(vectorizing: settings.vectorizing), threads: threads)
            .containments(of: sections, clusters: clusters)
    }
}
