package import Domain
import Store

/// Which published assessments somebody asks for. Empty parts ask for nothing.
package struct AssessmentFilter: Hashable, Sendable {
    package var state: StateCode?
    package var assessor: Assessment.AssessorKind?
    package var scheme: SchemeCode?
    /// Only within a scheme: values of two schemes have nothing in common.
    package var value: String?
    package var mechanism: MechanismCode?
    /// Of the day it speaks of.
    package var year: Int?
    /// What assessors say now: neither older ones, nor what was taken back or removed.
    package var isCurrentOnly = false
    package var workspace: WorkspaceID?

    package init(state: StateCode? = nil) { self.state = state }

    package var isEmpty: Bool { self == AssessmentFilter() }
}

/// Where a page of the list goes on: what was said last comes first.
package struct AssessmentCursor: Hashable, Sendable, CustomStringConvertible {
    package var moment: String
    package var id: AssessmentID

    init(moment: String, id: AssessmentID) {
        self.moment = moment
        self.id = id
    }

    /// `2026-01-30T10:00:00.000Z~17`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = AssessmentID(parts[1]), parts[0].utf8.count <= 40,
            parts[0].allSatisfy({ $0.isASCII && ($0.isNumber || "-:.TZ".contains($0)) })
        else { return nil }
        moment = String(parts[0])
        self.id = id
    }

    package var description: String { "\(moment)~\(id)" }
}

/// The conditions of a question on both kinds of rows, with the values they share: `s` what workspaces and packages say, `a` what
/// documents say, with `r` the recommendation and `d` its document.
struct AssessmentQuery {
    private(set) var values: [SQLValue] = []
    private(set) var said: [String] = []
    private(set) var recorded: [String] = []

    init() {}

    init(_ filter: AssessmentFilter) {
        if let state = filter.state {
            add(
                .text(state.rawValue), said: "s.state = %",
                recorded: """
                    a.recommendation_id IN (
                        SELECT x.recommendation_id FROM recommendation_state x WHERE x.state = % AND x.role = 0)
                    """)
        }
        if let kind = filter.assessor {
            add(.text(kind.rawValue), said: "s.assessor_kind = %", recorded: "a.assessor_kind = %")
        }
        if let scheme = filter.scheme {
            add(
                .text(scheme.rawValue), said: "s.scheme = % AND \(PublicRow.isOpen)", recorded: "a.scheme = %")
            if let value = filter.value {
                add(.text(value), said: "s.value = % AND \(PublicRow.isOpen)", recorded: "a.value = %")
            }
        }
        if let mechanism = filter.mechanism {
            add(
                .text(mechanism.rawValue),
                said: """
                    s.subject_kind = 'recommendation' AND EXISTS (SELECT 1 FROM recommendation y
                        JOIN document e ON e.id = y.document_id WHERE y.id = s.subject_id AND e.mechanism = %)
                    """, recorded: "d.mechanism = %")
        }
        if let year = filter.year {
            let first = String(year)
            let next = String(year + 1)
            add(.text(first), said: "s.day >= % AND \(PublicRow.isOpen)", recorded: "a.stated >= %")
            add(.text(next), said: "s.day < %", recorded: "a.stated < %")
        }
        if filter.isCurrentOnly {
            said.append("s.status = 'published' AND s.removed_at IS NULL")
            recorded.append("NOT \(PublicRow.hasNewer)")
        }
        if let workspace = filter.workspace {
            add(.int(workspace.value), said: "s.workspace_id = %", recorded: "1 = 0 AND a.id = %")
        }
    }

    mutating func add(_ value: SQLValue, said condition: String, recorded other: String) {
        values.append(value)
        said.append(condition.replacing("%", with: "$\(values.count)"))
        recorded.append(other.replacing("%", with: "$\(values.count)"))
    }

    /// Only rows of this thing; those that speak of what was merged into it are among them.
    mutating func about(_ thing: AssessedThing) {
        switch thing {
        case .recommendation(let id):
            let own = "(SELECT m.id FROM recommendation m WHERE m.id = % OR m.merged_into = %)"
            add(
                .int(id.value), said: "s.subject_kind = 'recommendation' AND s.subject_id IN \(own)",
                recorded: "a.recommendation_id = %")
        case .issue(let id):
            let own = "(SELECT m.id FROM issue m WHERE m.id = % OR m.merged_into = %)"
            add(
                .int(id.value), said: "s.subject_kind = 'issue' AND s.subject_id IN \(own)",
                recorded: "1 = 0 AND a.id = %")
        }
    }

    mutating func after(_ cursor: AssessmentCursor?) {
        guard let cursor else { return }
        add(
            .text(cursor.moment), said: "s.published_at <= %",
            recorded: "COALESCE(a.stated, '') <= %")
        let moment = values.count
        values.append(.int(cursor.id.value))
        said.append("(s.published_at, s.id) < ($\(moment), $\(values.count))")
        recorded.append("(COALESCE(a.stated, ''), a.id) < ($\(moment), $\(values.count))")
    }

    static func joined(_ conditions: [String]) -> String {
        conditions.isEmpty ? "1 = 1" : conditions.map { "(\($0))" }.joined(separator: " AND ")
    }
}
