import Domain
import FoundationEssentials

/// One question of a screening. Its words are in the catalogues: `screening.question.<key>` and `screening.guide.<key>`.
package struct ScreeningQuestion: Hashable, Sendable, Decodable {
    /// `core-minimum`; means the same in every edition that has it.
    package let key: String
    /// What answers are there for; the first is what a cooperation without harm would be answered with, if there is one.
    package let replies: [ScreeningReply]
    /// Answers that speak of a risk.
    package let risks: [ScreeningReply]
    /// What would show it: codes with words in the catalogues.
    package let evidence: [String]
    /// Treaties, general comments (`CESCR/GC/3`), declarations and guiding principles by their symbols.
    package let sources: [String]

    package init(
        key: String, replies: [ScreeningReply], risks: [ScreeningReply], evidence: [String], sources: [String]
    ) {
        self.key = key
        self.replies = replies
        self.risks = risks
        self.evidence = evidence
        self.sources = sources
    }
}

/// Questions on one matter.
package struct ScreeningSection: Hashable, Sendable, Decodable {
    package let key: String
    /// Paragraphs of the source report that ask for it.
    package let paragraphs: [Int]
    package let questions: [ScreeningQuestion]
}

/// The questions as they were asked from one day on.
package struct ScreeningEdition: Hashable, Sendable, Decodable {
    /// `2026-11`; kept with each moment of screening.
    package let code: String
    package let source: String
    package let sections: [ScreeningSection]

    package var questions: [ScreeningQuestion] { sections.flatMap(\.questions) }
    package func question(_ key: String) -> ScreeningQuestion? { questions.first { $0.key == key } }
    package func section(_ key: String) -> ScreeningSection? { sections.first { $0.key == key } }
}

/// Every edition of the questions, the newest last. A moment of screening keeps the edition it was begun with.
package struct ScreeningQuestions: Sendable {
    package let editions: [ScreeningEdition]
    package let newest: ScreeningEdition

    private struct File: Decodable { var editions: [ScreeningEdition] }

    /// Reads `screening.json` from the folder of reference facts.
    package init(directory: String) throws(ScreeningQuestionsError) {
        let address = URL(filePath: directory).appending(path: "screening.json")
        guard let data = try? Data(contentsOf: address) else { throw .unreadable }
        let file: File
        do { file = try JSONDecoder().decode(File.self, from: data) } catch { throw .form("\(error)") }
        guard let newest = file.editions.last else { throw .form("no edition") }
        for edition in file.editions {
            let keys = edition.questions.map(\.key)
            if Set(keys).count != keys.count { throw .form("a question of \(edition.code) is there twice") }
        }
        editions = file.editions
        self.newest = newest
    }

    /// The edition of a code; nil where this program does not have it.
    package func edition(_ code: String) -> ScreeningEdition? { editions.first { $0.code == code } }
}

/// Why the questions could not be read.
package enum ScreeningQuestionsError: Error, Sendable {
    case unreadable
    case form(String)
}
