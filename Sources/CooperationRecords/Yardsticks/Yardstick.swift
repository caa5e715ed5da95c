package import Domain
import FoundationEssentials

/// A published rule by which somebody proposed to look at cooperation. It is never applied unless a reader asks for it.
package struct Yardstick: Hashable, Sendable, Decodable {
    /// What is looked at: each review cycle, or the State as it stands.
    package enum Unit: String, Sendable, Decodable { case cycle, state }

    package struct Step: Hashable, Sendable, Decodable {
        package let code: String
        /// In the reader's language; the words are this project's.
        package let names: [String: String]
        /// Kinds of facts that show the step was taken, any of them.
        package let taken: [StateFactKind.Code]
        /// Kinds of facts that show it was not. That a source knows of none of the kinds above shows it too.
        package let missed: [StateFactKind.Code]
        /// For accreditations: the grades that count.
        package let grades: [String]?
    }

    package let code: String
    package let unit: Unit
    package let author: String
    /// As exact as it is known.
    package let published: String
    package let source: String
    package let address: String
    package let names: [String: String]
    package let rule: [String: String]
    package let limits: [String: String]
    /// What of it could not be compared with its source; nil where all of it was.
    package let unverified: [String: String]?
    package let steps: [Step]

    package static func text(_ texts: [String: String], _ language: LanguageTag) -> String {
        texts[language.rawValue] ?? texts["en"] ?? ""
    }
}

extension StateFactKind {
    /// A kind as the file of yardsticks names it.
    package struct Code: Hashable, Sendable, Decodable {
        package let kind: StateFactKind

        package init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let kind = StateFactKind(rawValue: text) else {
                throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
            }
            self.kind = kind
        }
    }
}

/// Every yardstick this installation has.
package struct Yardsticks: Sendable {
    package let all: [Yardstick]

    private struct File: Decodable { var facts: [Yardstick] }

    /// Reads `yardsticks.json` from the folder of reference facts.
    package init(directory: String) throws(YardstickError) {
        guard let data = FileManager.default.contents(atPath: directory + "/yardsticks.json") else {
            throw .unreadable
        }
        do { all = try JSONDecoder().decode(File.self, from: data).facts } catch { throw .form("\(error)") }
        guard Set(all.map(\.code)).count == all.count else { throw .form("a code is there twice") }
    }

    package func yardstick(_ code: String) -> Yardstick? { all.first { $0.code == code } }
}

package enum YardstickError: Error, Sendable {
    case unreadable
    case form(String)
}
