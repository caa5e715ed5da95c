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
    /// What is assessed.
    package var thing: AssessedThing?
    /// Published on this day or later: only what workspaces and other installations say has a moment of publication.
    package var since: CalendarDate?
    /// What came to be read here between two moments, and is what its assessor says now.
    package var window: Window?

    /// Later than the first instant and not later than the second.
    package struct Window: Hashable, Sendable {
        package var after: String
        package var until: String

        package init(after: String, until: String) {
            self.after = after
            self.until = until
        }
    }

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
        if let thing = filter.thing { about(thing) }
        if let since = filter.since {
            add(.text(since.description), said: "s.published_at >= %", recorded: "1 = 0 AND a.wording = %")
        }
        if let window = filter.window { came(in: window) }
    }

    /// A package brings what was published elsewhere since the package before it: that is new here when the package comes.
    private mutating func came(in window: AssessmentFilter.Window) {
        values += [.text(window.after), .text(window.until)]
        let (after, until) = ("$\(values.count - 1)", "$\(values.count)")
        said.append(
            """
            s.status = 'published' AND s.removed_at IS NULL AND (
                (s.workspace_id IS NOT NULL AND s.published_at > \(after) AND s.published_at <= \(until))
                OR EXISTS (SELECT 1 FROM assessment_package p WHERE p.source_id = s.source_id
                    AND p.received > \(after) AND p.received <= \(until) AND s.published_at > COALESCE(
                        (SELECT MAX(o.made) FROM assessment_package o
                            WHERE o.source_id = p.source_id AND o.id < p.id), '')))
            """)
        recorded.append("1 = 0 AND a.wording = \(after) AND a.wording = \(until)")
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
