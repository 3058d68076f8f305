/// Small documents for runs of the program.
enum SampleText {
    /// Two sections that say nearly the same, and one that says something else.
    static let repeating = """
        # Kettle

        Fill the kettle with fresh water, put it on the left ring and wait until it whistles.

        # Teapot

        Fill the kettle with fresh water, put it on the right ring and wait until it whistles.

        # Cups

        Six cups hang over the sink; the blue one has lost its handle.

        """

    /// One section, which repeats nothing.
    static let single = "# Cups\n\nSix cups hang over the sink.\n"
}
