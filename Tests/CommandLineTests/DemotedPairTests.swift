import Testing

/// What `find` says of sections that are alike in all but what they are about.
struct DemotedPairTests {
    private func page(_ name: String) -> String {
        """
        # Features of \(name)

        \(name) freezes the base model. Because \(name) stores two small matrices, a checkpoint of \(name) is small. Training with
        \(name) fits on one graphics card.

        """
    }

    private func folder() throws -> WorkFolder {
        try WorkFolder(["a.md": page("LoRA"), "b.md": page("QLoRA")])
    }

    @Test func theyAreNamedWithTheTokensThatPartThem() throws {
        let folder = try folder()
        let text = try Program.output(["find"], in: folder)
        #expect(text.hasPrefix("2 sections, 0 clusters"))
        #expect(text.contains("\nAlike in all but what they are about, so not counted: 1 pair\n"))
        #expect(text.contains("  a.md:1  b.md:1  (lora / qlora)\n"))
        let markdown = try Program.output(["find", "--format", "markdown"], in: folder)
        #expect(markdown.contains("| a.md:1 | b.md:1 | lora / qlora |"))
        let json = try Program.output(["find", "--format", "json"], in: folder)
        #expect(json.contains("\"tokensOfA\": [\"lora\"], \"tokensOfB\": [\"qlora\"]}"))
    }

    /// Pairs that reach the threshold all the same are marked with what has lowered their similarity.
    @Test func pairsThatStayAreMarkedWithTheirTokens() throws {
        func page(_ name: String) -> String {
            """
            # Features of \(name)

            \(name) freezes the base model and stores two small matrices. The rest of the page says how a kettle is filled, where it
            stands and how long it takes to boil. Whoever is in a hurry fills it with no more than is wanted, and closes the lid.
            Nobody leaves the kitchen before it whistles.
            Cups stand on the upper shelf and spoons in the drawer below. What has been used is washed at once, dried with the
            green cloth, and put back where it was found. The last to go turns the gas off, opens the window a little and locks the door.

            """
        }
        let folder = try WorkFolder(["a.md": page("LoRA"), "b.md": page("QLoRA")])
        let text = try Program.output(["find"], in: folder)
        #expect(text.hasPrefix("2 sections, 1 cluster"))
        #expect(text.contains("\nAlike, though they differ in what they are about: 1 pair\n"))
        #expect(text.contains("  a.md:1  b.md:1  (lora / qlora)\n") && !text.contains("not counted"))
        let markdown = try Program.output(["find", "--format", "markdown"], in: folder)
        #expect(markdown.contains("## Alike, though they differ in what they are about\n"))
        let json = try Program.output(["find", "--format", "json"], in: folder)
        #expect(json.contains("\"marked\": [") && json.contains("\"demoted\": []"))
        #expect(json.contains("\"tokensOfA\": [\"lora\"], \"tokensOfB\": [\"qlora\"]}"))
    }

    /// What tokens part stays parted, however low the threshold is.
    @Test func noThresholdMakesPairsOfThem() throws {
        let text = try Program.output(["find", "--threshold", "0.3"], in: try folder())
        #expect(text.hasPrefix("2 sections, 0 clusters") && text.contains("so not counted: 1 pair"))
    }

    @Test func withoutTheGuardTheyAreAPair() throws {
        let folder = try folder()
        for options in [["--no-guard"], ["--weights", "sklearn"]] {
            let text = try Program.output(["find"] + options, in: folder)
            #expect(text.hasPrefix("2 sections, 1 cluster") && !text.contains("not counted"))
        }
    }
}
