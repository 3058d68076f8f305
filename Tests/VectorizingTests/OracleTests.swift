import Foundation
import Matrices
import TestSupport
import Testing
import Vectorizing

/// With normalization off, cosines are scikit-learn's. The figures stand in Fixtures/Oracle with the script that made
/// them.
struct OracleTests {
    private struct Oracle: Decodable {
        let texts: [String]
        let ngramRange: [Int]
        let cosines: [[Double]]
    }

    @Test(arguments: ["chinese", "english", "mixed"])
    func cosinesEqualScikitLearns(language: String) throws {
        let data = try Data(contentsOf: Repository.root.appending(path: "Fixtures/Oracle/\(language).json"))
        let oracle = try JSONDecoder().decode(Oracle.self, from: data)
        let settings = VectorizerSettings(
            ngramRange: oracle.ngramRange[0]...oracle.ngramRange[1], termFrequency: .sublinear,
            normalization: .none)
        expectCosines(of: oracle.texts, settings: settings, equal: oracle.cosines)
    }

    private struct Variant: Decodable {
        struct Settings: Decodable {
            let ngramRange: [Int]
            let termFrequency: String
            let idf: Bool
        }
        let name: String
        let settings: Settings
        let cosines: [[Double]]
    }

    @Test func everyWayOfWeighingEqualsScikitLearns() throws {
        let folder = Repository.root.appending(path: "Fixtures/Oracle")
        let texts = try JSONDecoder().decode(
            Oracle.self, from: Data(contentsOf: folder.appending(path: "mixed.json"))
        )
        .texts
        let variants = try JSONDecoder().decode(
            [Variant].self, from: Data(contentsOf: folder.appending(path: "variants.json")))
        #expect(variants.count == 4)
        for variant in variants {
            let range = variant.settings.ngramRange
            let settings = VectorizerSettings(
                ngramRange: range[0]...range[1],
                termFrequency: try #require(TermFrequency(rawValue: variant.settings.termFrequency)),
                usesInverseDocumentFrequency: variant.settings.idf, normalization: .none)
            expectCosines(of: texts, settings: settings, equal: variant.cosines)
        }
    }

    private func expectCosines(of texts: [String], settings: VectorizerSettings, equal expected: [[Double]]) {
        for threads in 1...2 {
            let vectorized = Vectorizer(settings: settings, threads: threads).vectorize(texts)
            let product = RowProduct(matrix: vectorized.matrix)
            for a in texts.indices {
                product.load(row: vectorized.rowOfText[a])
                for b in texts.indices where a != b {
                    // Texts that share a row are equal, whatever of it is stored.
                    let isShared = vectorized.rowOfText[a] == vectorized.rowOfText[b]
                    let found = isShared ? 1 : product.product(withRow: vectorized.rowOfText[b])
                    #expect(
                        abs(found - expected[a][b]) < 1e-5,
                        "texts \(a) and \(b): \(found), not \(expected[a][b])")
                }
            }
        }
    }
}
