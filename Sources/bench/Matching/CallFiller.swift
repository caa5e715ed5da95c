import Domain
import Foundation
import Insight

/// Invented calls of a fund: applications of forty States, marked by five criteria, under limits that bind.
struct CallFiller {
    /// One call, as both this program and its peers read it.
    struct Call: Encodable {
        struct Item: Encodable {
            var points: Int64
            var amount: Int64
            var state: String
            var groups: [String]
            var kinds: [String]
        }

        var `case`: String
        var ceiling: Int64
        var count: Int
        var perState: Int
        var perKind: [String: Int]
        var perGroup: [String: Int]
        var items: [Item]
    }

    /// Applications that may go to several partners: for each possible pair application, partner and worth.
    struct Assignment: Encodable {
        var `case`: String
        var capacities: [Int]
        var choices: [[Int64]]
    }

    static let criteria = [
        CallCriterion(code: "relevance", weight: 30), CallCriterion(code: "feasibility", weight: 25),
        CallCriterion(code: "participation", weight: 20), CallCriterion(code: "sustainability", weight: 15),
        CallCriterion(code: "cost", weight: 10),
    ]
    private static let regions = ["africa", "asia-pacific", "eastern-europe", "latin-america", "western-europe"]
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func state(_ place: Int) -> (code: StateCode, groups: [String]) {
        let letters = [UInt8(65 + place / 26), UInt8(65 + place % 26)]
        var groups = [Self.regions[number(0...4)]]
        if number(0...2) == 0 { groups.append("ldc") }
        if number(0...4) == 0 { groups.append("sids") }
        return (StateCode("X" + String(decoding: letters, as: UTF8.self)), groups)
    }

    /// Money for about a quarter of what is applied for.
    mutating func call(_ count: Int) -> (applications: [CallApplication], rules: CallRules) {
        let states = (0..<max(12, count / 5)).map { state($0) }
        let applications = (1...count).map { id in
            let state = states[number(0...states.count - 1)]
            let kinds = HelpKind.allCases
            let marks = Self.criteria.map { ($0.code, number(4...20) * 5) }
            return CallApplication(
                id: ApplicationID(Int64(id)), state: state.code, groups: state.groups,
                kinds: [kinds[number(0...kinds.count - 1)]], amount: Int64(number(40...400)) * 50_000,
                marks: Dictionary(uniqueKeysWithValues: marks))
        }
        let asked = applications.reduce(0) { $0 + $1.amount }
        var rules = CallRules(criteria: Self.criteria, ceiling: asked / 4, countMax: count * 2 / 5, perStateMax: 2)
        for kind in HelpKind.allCases { rules.perKind[kind] = max(2, count / 8 * number(4...9) / 16) }
        for region in Self.regions { rules.perGroup[region] = max(2, count / 5 * number(4...9) / 16) }
        rules.perGroup["sids"] = max(2, count / 16)
        return (applications, rules)
    }

    static func call(_ name: String, _ applications: [CallApplication], _ rules: CallRules) -> Call {
        Call(
            case: name, ceiling: rules.ceiling ?? .max, count: rules.countMax ?? applications.count,
            perState: rules.perStateMax ?? applications.count,
            perKind: Dictionary(uniqueKeysWithValues: rules.perKind.map { ($0.key.rawValue, $0.value) }),
            perGroup: rules.perGroup,
            items: applications.map { application in
                Call.Item(
                    points: rules.points(application), amount: application.amount, state: application.state.rawValue,
                    groups: application.groups, kinds: application.kinds.map(\.rawValue))
            })
    }

    /// Applications to ten partners that can take a tenth of them each, together fewer than there are.
    mutating func assignment(_ count: Int) -> (choices: [PartnerAssignment.Choice], capacities: [Int]) {
        let capacities = (0..<10).map { _ in max(1, number(count / 20...count / 10)) }
        var choices: [PartnerAssignment.Choice] = []
        for application in 0..<count {
            for partner in 0..<10 where number(0...2) > 0 {
                choices.append(.init(application: application, partner: partner, worth: Int64(number(1_000...10_000))))
            }
        }
        return (choices, capacities)
    }
}
