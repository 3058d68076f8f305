package import Vectorizing

/// The tokens of rows, counted for those that are compared, and for others when they are asked for.
package struct RowTokens: Sendable {
    private let counted: [TokenContexts?]
    private let count: @Sendable (Int, inout ScalarBuffer) -> TokenContexts

    /// Takes what has been counted.
    ///
    /// - Parameters:
    ///   - counted: per row its tokens, or nil.
    ///   - count: counts the tokens of another row; called on any thread.
    package init(
        counted: [TokenContexts?], count: @escaping @Sendable (Int, inout ScalarBuffer) -> TokenContexts
    ) {
        (self.counted, self.count) = (counted, count)
    }

    /// The penalty of two rows, 0…0.5. O(distinct tokens of both), where both have been counted.
    func penalty(_ a: Int, _ b: Int) -> Double { tokens(of: a).penalty(with: tokens(of: b)) }

    private func tokens(of row: Int) -> TokenContexts {
        if let tokens = counted[row] { return tokens }
        var buffer = ScalarBuffer()
        return count(row, &buffer)
    }
}
