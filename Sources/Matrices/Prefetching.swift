public import CPrefetch

// Inlinable: a call for each entry would cost what it saves.
extension UnsafeBufferPointer {
    /// Asks for the cache line of the element at `index`, which lies in the buffer, before it is needed.
    @inlinable @inline(__always)
    package func prefetch(at index: Int) {
        assert(indices.contains(index), "what is fetched lies in the buffer")
        CPrefetch.prefetch(baseAddress.unsafelyUnwrapped + index)
    }

    /// Asks for the element that a loop over `count` entries, now at `place`, needs `distance` entries later, if there are as many:
    /// a cache miss takes as long as some forty entries of two nanoseconds.
    ///
    /// - Parameters:
    ///   - distance: more than forty for what another request must read by then.
    ///   - index: where in the buffer the element of an entry stands.
    @inlinable @inline(__always)
    package func prefetch(aheadOf place: Int, of count: Int, by distance: Int = 40, _ index: (Int) -> Int) {
        if place + distance < count { prefetch(at: index(place + distance)) }
    }
}

extension UnsafeMutableBufferPointer {
    /// Asks for the element that a loop over `count` entries, now at `place`, needs `distance` entries later, if there are as many.
    ///
    /// - Parameters:
    ///   - distance: more than forty for what another request must read by then.
    ///   - index: where in the buffer the element of an entry stands.
    @inlinable @inline(__always)
    package func prefetch(aheadOf place: Int, of count: Int, by distance: Int = 40, _ index: (Int) -> Int) {
        UnsafeBufferPointer(self).prefetch(aheadOf: place, of: count, by: distance, index)
    }
}
