public import Outlining

extension Analysis {
    /// What one consolidated text would hold, made on one thread.
    public var outline: Outline { outline(threads: 1) }

    /// What one consolidated text would hold, made on `threads` threads; the same for any number of them.
    public func outline(threads: Int) -> Outline {
        outliner(threads: threads).outline(of: sections, clusters: clusters)
    }

    /// The same without what relates topics to each other, for a text that is made of the topics alone: a small part of the time.
    package func topicsAlone(threads: Int) -> Outline {
        outliner(threads: threads).topicsAlone(of: sections, clusters: clusters)
    }

    private func outliner(threads: Int) -> Outliner {
        let settings = self.settings
        return Outliner(
            settings: OutlineSettings(
                themeThreshold: settings.themeThreshold, vectorizing: settings.vectorizing,
                comparedText: { settings.comparedText(of: $0) }), threads: threads)
    }
}
