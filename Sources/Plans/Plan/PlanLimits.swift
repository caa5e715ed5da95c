package import Domain
import FoundationEssentials

/// Limits and forms of what people write into a plan.
package enum PlanLimits {
    package static let titleMax = 500
    package static let descriptionMax = 10_000
    package static let sourceMax = 300
    package static let supportingMax = 60
    package static let linksMax = 40
    package static let milestonesMax = 100
    package static let actionsMax = 500
    package static let amountMax: Int64 = 1_000_000_000_000_000

    package static func title(_ text: String) throws(WorkspaceError) -> String {
        let title = text.trimmed
        guard (1...titleMax).contains(title.count) else { throw .invalid("title", "plan.allowed.title") }
        return title
    }

    package static func description(_ text: String) throws(WorkspaceError) -> String {
        guard text.count <= descriptionMax else { throw .invalid("description", "plan.allowed.description") }
        return text.trimmed
    }

    /// Days, not months or years: what is late is known only of a day.
    package static func day(_ field: String, _ date: CalendarDate?) throws(WorkspaceError) {
        if let date, date.day == nil || !(1990...2199).contains(date.year) { throw .invalid(field, "plan.allowed.day") }
    }

    package static func order(_ starts: CalendarDate?, _ due: CalendarDate?) throws(WorkspaceError) {
        if let starts, let due, due < starts { throw .invalid("due", "plan.allowed.order") }
    }

    package static func money(_ money: ActionMoney) throws(WorkspaceError) -> ActionMoney {
        var money = money
        for (field, amount) in [("cost", money.cost), ("gap", money.gap)] {
            if let amount, !(0...amountMax).contains(amount) { throw .invalid(field, "plan.allowed.amount") }
        }
        if money.cost == nil, money.gap == nil {
            money.currency = nil
        } else if money.currency == nil {
            throw .invalid("currency", "plan.allowed.currency")
        }
        if let cost = money.cost, let gap = money.gap, gap > cost { throw .invalid("gap", "plan.allowed.gap") }
        let source = money.source.map(\.trimmed)
        guard (source?.count ?? 0) <= sourceMax else { throw .invalid("budgetSource", "plan.allowed.source") }
        money.source = source?.isEmpty == true ? nil : source
        return money
    }

    /// Without the lead, each once, by id.
    package static func supporting(
        _ institutions: [InstitutionID], lead: InstitutionID?
    ) throws(WorkspaceError) -> [InstitutionID] {
        var all = Set(institutions)
        if let lead { all.remove(lead) }
        guard all.count <= supportingMax else { throw .invalid("supporting", "plan.allowed.supporting") }
        return all.sorted()
    }

    package static func links(_ links: [PlanLink], targets: Set<String>) throws(WorkspaceError) -> [PlanLink] {
        guard links.count <= linksMax else { throw .invalid("links", "plan.allowed.links") }
        var seen: Set<String> = []
        var kept: [PlanLink] = []
        for link in links {
            var link = link
            link.code = link.code.trimmed.flat
            link.title = link.title.trimmed.flat
            guard (1...60).contains(link.code.count), link.title.count <= titleMax else {
                throw .invalid("links", "plan.allowed.links")
            }
            if link.kind == .sdgTarget {
                guard targets.contains(link.code) else { throw .invalid("links", "plan.allowed.target") }
                link.title = ""
            }
            if seen.insert("\(link.kind.rawValue) \(link.code)").inserted { kept.append(link) }
        }
        return kept.sorted { ($0.kind.rawValue, $0.code) < ($1.kind.rawValue, $1.code) }
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? endIndex
        return start < end ? String(self[start..<end]) : ""
    }

    /// On one line, without tabs.
    fileprivate var flat: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
