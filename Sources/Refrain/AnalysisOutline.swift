public import Outlining

extension Analysis {
    /// What one consolidated text would hold, made on one thread.
    public var outline: Outline { outline(threads: 1) }

    /// What one consolidated text would hold, made on `threads` threads; the same for any number of them.
    public func outline(threads: Int) -> Outline {
        let settings = self.settings
        return Outliner(
            settings: OutlineSettings(
                themeThreshold: settings.themeThreshold, vectorizing: settings.vectorizing,
                comparedText: { settings.comparedText(of: $0) }), threads: threads
        ).outline(of: sections, clusters: clusters)
    }
}
