import Domain
import Reference
import Testing

@testable import Operations

@Suite("Reading more into a question") struct QueryReaderTests {
    private static let vocabulary: FieldVocabulary? = (try? DeskFixture.reference()).map(FieldVocabulary.init)

    private func steps(_ query: String, _ language: LanguageTag = .english) throws -> [QueryReader.Step] {
        var reader = QueryReader(try #require(Self.vocabulary), reader: language)
        return reader.steps(QueryParser.parse(query), isExact: false)
    }

    private func forms(_ query: String, _ language: LanguageTag = .english) throws -> [String] {
        try steps(query, language).first { $0.kind == .synonyms }?.terms.flatMap { $0.forms.map(\.text) } ?? []
    }

    @Test("Every question keeps its own words as a step, whatever is typed")
    func typed() throws {
        var generator = SplitMix64(seed: 7)
        let pieces = [
            "OPCAT", "\"", "(", ")", "-", "OR", "A/HRC/43/15", "122.34", "para", "state:XAA", "酷刑", "التعذيب", "death",
            "penalty",
            "*", "=", "§", "第", "段", ":", "'", "\u{0}", "CAT", "water", "Aldora", "،", "//////", "1.1.1.1.1",
        ]
        for _ in 0..<150 {
            let count = Int(generator.next() % 12)
            let text = (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined(
                separator: " ")
            let query = QueryParser.parse(text)
            let steps = try steps(text)
            #expect(steps.filter { $0.kind == nil }.map(\.query) == [query], "\(text)")
            #expect(QueryParser.parse(query.canonical).root == query.root, "\(text)")
        }
        let long = String(repeating: "death penalty ", count: 80)
        #expect(try steps(long).filter { $0.kind == nil }.count == 1)
    }

    @Test("An acronym is recognised in small letters, but a common word that is one only in capitals")
    func capitals() throws {
        #expect(try forms("opcat").contains { $0.contains("Optional Protocol") })
        #expect(try forms("CAT").contains { $0.contains("Convention against Torture") })
        #expect(try forms("cat") == [])
        #expect(try forms("NAP").contains("national action plan"))
        #expect(try forms("nap") == [])
    }

    @Test("A word is understood in the reader's language first")
    func languages() throws {
        #expect(try forms("ODD", .french).contains("objectifs de développement durable"))
        #expect(try forms("peine capitale", .english).contains("peine de mort"))
    }

    @Test("Quoted words, prefixes and exclusions get no company")
    func untouched() throws {
        for query in ["\"death penalty\"", "OPCA*", "water -OPCAT"] {
            #expect(try steps(query).allSatisfy { $0.kind != .synonyms }, "\(query)")
        }
    }

    @Test("The longest title wins over the words in it")
    func longest() throws {
        let terms = try steps("ratify the Convention on the Rights of the Child").first { $0.kind == .synonyms }?.terms
        #expect(terms?.map(\.typed) == ["Convention on the Rights of the Child"])
    }
}
