package import Domain

/// A part of a workspace, as its navigation shows them, in this order. One is shown where the program has its page and the member
/// may see it, so that there is no link that leads nowhere.
package enum WorkspaceSection: String, Sendable, CaseIterable {
    case overview, plan, dashboards, round, laws, meetings, workbooks
    case progress, indicators, deadlines, alerts
    case needs, offers, funds, matches, introductions, agreements, screenings, programmes, practices, gap
    case assessments, reports, consultations, submissions
    case cooperationRecord = "cooperation-record"
    case publicFace = "public"
    case institutions, people, settings, history, audit, outbox
    /// In the bar as a box, not among the sections.
    case search

    /// Sections that belong together: the navigation shows the groups, and the sections of the one that the reader is in.
    package enum Group: String, Sendable, CaseIterable {
        case planning, following, accountability, cooperation, house
    }

    /// nil for the first page, which is above all groups, and for the search over all of them.
    package var group: Group? {
        switch self {
        case .overview, .search: nil
        case .plan, .dashboards, .round, .laws, .meetings, .workbooks: .planning
        case .progress, .indicators, .deadlines, .alerts: .following
        case .needs, .offers, .funds, .matches, .introductions, .agreements, .screenings, .programmes, .practices,
            .gap:
            .cooperation
        case .assessments, .reports, .consultations, .submissions, .cooperationRecord, .publicFace: .accountability
        case .institutions, .people, .settings, .history, .audit, .outbox: .house
        }
    }

    /// Its first page, after the workspace.
    package var path: String { self == .overview ? "" : "/" + rawValue }

    /// Of no use to a partner, who answers no review and makes no laws.
    var isOfMechanisms: Bool { self == .round || self == .laws || self == .cooperationRecord }

    /// A section that has a page, and the right that page asks for.
    package struct Place: Sendable, Hashable {
        package var section: WorkspaceSection
        package var right: Right
    }

    /// The sections that have a page among these routes.
    static func found(in routes: [Route]) -> [Place] {
        allCases.compactMap { section in
            let pattern = Route.workspacePages + section.path
            let route = routes.first { $0.pattern == pattern && $0.method == .read }
            return route?.right.map { Place(section: section, right: $0) }
        }
    }
}
