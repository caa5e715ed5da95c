import Domain
import FollowUp
import Store

/// Where one kind of texts stands in the store, and who may read it there.
///
/// The same condition finds rows for the index and reads them again before they are shown: `stands` says which rows are there at all,
/// `sight` which of them a member may see. `$1` is always the workspace.
struct Shelf: Sendable {
    typealias Sight = @Sendable (ShelfReader, inout [SQLValue]) throws -> String

    /// How a row's text is read.
    enum Words: Sendable {
        case plain
        /// Texts by language, as JSON.
        case byLanguage
        /// The number of a recommendation of the record.
        case record
    }

    static let nobody = "CAST(NULL AS BIGINT)"
    static let nothing = "CAST(NULL AS TEXT)"

    let kind: FoundKind
    /// Without it nothing of this kind is looked for at all.
    let right: Right
    /// After `FROM`.
    let rows: String
    var key = "x.id"
    /// Its page after the workspace's address.
    let place: String
    let title: String
    let body: String
    var institution = Self.nobody
    var day = Self.nothing
    var language = Self.nothing
    var words = Words.plain
    var stands = "x.workspace_id = $1"
    /// Entities of the change log that make rows to be read again, with the column that holds their number.
    let touched: [String: String]
    let sight: Sight

    var columns: String { "\(key), \(place), \(institution), \(day), \(language), \(title), \(body)" }
}

/// Who reads, and how the workspace clears.
struct ShelfReader: Sendable {
    let member: Member
    let setting: ProgressSetting

    /// Whether nothing of the workspace's plan and its reports is hidden from the member.
    var seesEverything: Bool { member.reach(.seePlan) == .all && member.reach(.seeInternal) == .all }

    /// The condition for what one institution reaches, where the right reaches no further.
    func within(
        _ right: Right, _ values: inout [SQLValue], _ condition: (String) -> String
    ) throws(WorkspaceError) -> String {
        guard let institution = try member.limit(right) else { return "1 = 1" }
        values.append(.int(institution.value))
        return condition("$\(values.count)")
    }
}

extension Shelf {
    /// The plan first, what grows without end last, so that a workspace over its limit loses the oldest reports and nothing else.
    static let all = plan + laws + meetings + indicators + cooperation + rounds + following

    static func of(_ kind: FoundKind) -> Shelf? { all.first { $0.kind == kind } }

    /// Rights and conditions of a kind that belongs to all who have the right.
    static let everything: Sight = { _, _ in "1 = 1" }
}
