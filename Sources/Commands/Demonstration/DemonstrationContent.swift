import Domain
import FollowUp
import FoundationEssentials
import Rounds

/// What the demonstration's workspace is filled with: `Resources/demo/work.json`. Institutions stand there by abbreviation,
/// commitments by their place in the plan, days by how far they lie from today.
struct DemonstrationContent: Decodable, Sendable {
    struct Person: Decodable, Sendable {
        var name: String
        var role: String
        var institution: String?
    }

    struct Law: Decodable, Sendable {
        struct Step: Decodable, Sendable {
            var stage: String
            var monthsAgo: Int
            var note: String?
            var source: String?
        }

        var title: String
        var article: String?
        var lead: String
        var summary: String
        var norms: [String]
        var serves: [Int]
        var steps: [Step]
    }

    struct Indicator: Decodable, Sendable {
        struct Part: Decodable, Sendable {
            var sex: String?
            var region: String?
            var values: [String?]
        }

        var code: String
        var title: String
        var kind: String
        var unit: String
        var direction: String
        var definition: String
        var source: String
        var institution: String
        var target: String?
        var serves: [Int]
        var baseline: String
        var goal: String
        /// Of the last years, the latest last; null where the source itself has no figure.
        var values: [String?]
        var breakdowns: [Part]
    }

    struct Evidence: Decodable, Sendable {
        var title: String
        var link: String
    }

    struct Comment: Decodable, Sendable {
        enum Place: String, Decodable { case commitment, indicator }

        var on: Place
        var place: Int
        var by: String
        var said: String
    }

    struct Meeting: Decodable, Sendable {
        struct Decision: Decodable, Sendable {
            var text: String
            var institution: String
            var commitment: Int
            var inMonths: Int
        }

        struct Item: Decodable, Sendable {
            var title: String
            var note: String
            var minutes: String
            var decision: Decision?
        }

        var title: String
        var monthsAgo: Int
        var begins: String
        var room: String
        var status: String
        var present: String
        var minutes: String
        var items: [Item]
    }

    struct Letter: Decodable, Sendable {
        var title: String
        var matter: String
        var subject: String
        var body: String
    }

    struct Round: Decodable, Sendable {
        var title: String
        /// By position.
        var reasons: [String: String]
        var legalNote: String
    }

    struct Alert: Decodable, Sendable {
        var kind: String
        var title: String
        var document: String
        var daysAgo: Int
        var lead: String
        var concerns: [String]
        var answer: String?
    }

    struct Deadline: Decodable, Sendable {
        var title: String
        var inDays: Int
        var lead: String
    }

    struct Event: Decodable, Sendable {
        var kind: String
        var mechanism: String?
        var daysAgo: Int
        var title: String
        var document: String
    }

    var people: [Person]
    var laws: [Law]
    var indicators: [Indicator]
    var reports: [String]
    var obstacles: [String?]
    var evidence: [Evidence]
    var comments: [Comment]
    var meetings: [Meeting]
    var letters: [Letter]
    var round: Round
    var alerts: [Alert]
    var deadlines: [Deadline]
    var events: [Event]

    /// Reads it from `Resources/demo`.
    init(directory: String) throws(WorkspaceError) {
        let file = directory + "/work.json"
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: file)))
        } catch { throw .store("\(file): \(error)") }
    }
}
