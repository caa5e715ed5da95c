import Domain
import Frame
import Locales
import Markup
import People
import Plans

/// The institutions of a workspace by id, for pages that name many.
struct PlanNames: Sendable {
    let institutions: [Institution]
    private let byID: [InstitutionID: Institution]

    init(_ institutions: [Institution]) {
        self.institutions = institutions
        byID = Dictionary(institutions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func of(_ visit: Visit) async throws(WebError) -> PlanNames {
        do throws(WorkspaceError) {
            return PlanNames(try await Institutions(visit.exchange.site.workspaces.store).all(visit.member))
        } catch { throw WebError(error) }
    }

    func name(_ id: InstitutionID) -> String { byID[id]?.name ?? "#\(id)" }

    /// The abbreviation where there is one.
    func short(_ id: InstitutionID) -> String { byID[id].map { $0.abbreviation ?? $0.name } ?? "#\(id)" }

    /// Those that can be given work, and one that has it already.
    func options(with id: InstitutionID? = nil) -> [(value: String, text: String)] {
        institutions.filter { !$0.isClosed || $0.id == id }.map { ($0.id.description, $0.name) }
    }
}

extension View {
    /// Who leads, and how many support; that nobody leads is said.
    func charged(_ lead: InstitutionID?, _ supporting: [InstitutionID], _ names: PlanNames) {
        if let lead {
            html.element(.span, .dir("auto"), .title(names.name(lead)), text: names.short(lead))
        } else {
            html.element(.span, .class("soft"), text: say("plan.nobody"))
        }
        if !supporting.isEmpty {
            html.text(" ")
            html.element(
                .span, .class("soft with"), .title(supporting.map(names.name).joined(separator: say("list.comma"))),
                text: say("plan.withOthers", ["count": .number(supporting.count)]))
        }
    }

    func institutionNames(_ ids: [InstitutionID], _ names: PlanNames) -> String {
        ids.map(names.name).joined(separator: say("list.comma"))
    }

    /// A day, with a mark where it has passed and matters; nothing is said as such.
    func due(_ date: CalendarDate?, isLate: Bool) {
        guard let date else {
            html.element(.span, .class("soft"), text: say("plan.noDate"))
            return
        }
        html.element(.time, .datetime(date.description), text: self.date(date))
        if isLate { late() }
    }

    /// Shape and word.
    func late() {
        html.text(" ")
        html.element(.span, .class("late")) {
            html.element(.svg, .viewBox(0, 0, 14, 14), .hidden) {
                html.empty(.path, .d("M7 1 13 12.5H1z"))
            }
            write("plan.late")
        }
    }

    /// An action's status as shape and word.
    func actionStatus(_ status: ActionStatus) {
        html.element(.span, .class("doing a-\(status.rawValue)")) {
            html.element(.svg, .viewBox(0, 0, 14, 14), .hidden) {
                switch status {
                case .planned: html.empty(.circle, .cx(7), .cy(7), .r(5))
                case .started:
                    html.empty(.circle, .cx(7), .cy(7), .r(5))
                    html.empty(.path, .class("full"), .d("M7 2a5 5 0 0 1 0 10z"))
                case .delayed: html.empty(.path, .d("M7 2 12.5 12h-11z"))
                case .done: html.empty(.path, .d("M2 7.5 5.5 11 12 3.5"))
                case .stopped: html.empty(.path, .d("M3 3l8 8M11 3l-8 8"))
                }
            }
            write("value.status.\(status.rawValue)")
        }
    }

    /// What the State says of implementation; silence is no status.
    func standing(_ status: ImplementationStatus?) {
        if let status {
            html.element(.span, .class("standing"), text: say("value.status.\(status.rawValue)"))
        } else {
            html.element(.span, .class("soft"), text: say("plan.unsaid"))
        }
    }

    func priority(_ priority: Priority) {
        html.element(
            .span, .class(priority == .none ? "soft" : "priority \(priority.rawValue)"),
            text: say("value.priority.\(priority.rawValue)"))
    }
}
