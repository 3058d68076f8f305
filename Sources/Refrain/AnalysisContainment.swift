public import Outlining

extension Analysis {
    /// The sections whose points others hold nearly all, of a cluster the canonical one: by section.
    public func pointContainments(threads: Int) -> [SectionContainment] {
        Outliner(settings: OutlineSettings(vectorizing: settings.vectorizing), threads: threads)
            .containments(of: sections, clusters: clusters)
    }
}
