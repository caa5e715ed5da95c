import CooperationRecords
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// How a State cooperates with the mechanisms, as everybody reads it: facts, gaps, and what a reader asks for beside them.
struct CooperationView {
    let view: View
    let record: CooperationRecord
    let asked: CooperationAsked
    let all: Yardsticks
    /// Those to compare with.
    let peers: [CooperationRecord]

    static func answer(_ exchange: Exchange, _ records: StateCooperation) async throws(WebError) -> Answer {
        let state = StateCode(exchange.value("code"))
        let record = try await WebError.running { () throws(WorkspaceError) in try await records.record(of: state) }
        let asked = CooperationAsked(exchange, state, records.yardsticks)
        var peers: [CooperationRecord] = []
        for peer in asked.peers {
            do throws(WorkspaceError) { peers.append(try await records.record(of: peer)) } catch {
                guard error == .notFound else { throw WebError(error) }
                throw .invalid([.init(name: "with", allowed: "stateFact.compare.unknown")])
            }
        }
        let view = View(exchange)
        let cited = Cite(
            key: "cooperation-\(state.rawValue)",
            title: view.say("stateFact.title", ["state": .text(view.stateName(state))]),
            author: view.say("frame.name"), at: record.changed,
            path: "/states/\(PercentCoding.encode(state.rawValue))/cooperation")
        if let file = cited.asked(exchange) { return file }
        let page = CooperationView(view: view, record: record, asked: asked, all: records.yardsticks, peers: peers)
        let name = view.stateName(state)
        var head = PageHead(
            title: view.say("stateFact.title", ["state": .text(name)]), summary: view.say("stateFact.lead"),
            section: .states)
        head.crumbs = [(view.address("/states"), view.say("nav.states")), (view.stateAddress(state), name)]
        head.isWide = true
        head.feeds = [view.address(page.path + ".atom")]
        return await view.page(head) {
            page.write()
            cited.write(view)
        }
    }

    private var html: HTMLWriter { view.html }
    private var path: String { "/states/\(record.state.rawValue)/cooperation" }

    private func write() {
        view.pageHead(
            kicker: view.stateName(record.state), view.say("stateFact.heading"), lead: view.say("stateFact.lead"))
        html.element(.p, .class("hint")) {
            view.link(view.address(path + ".csv"), view.say("stateFact.csv"))
        }
        Following("cooperation-facts", feed: "/cooperation-facts.atom", [("state", record.state.rawValue)]).write(view)
        FactTimeline(view: view, facts: record.facts, state: record.state).write()
        options()
        if !peers.isEmpty { ComparisonTable(view: view, record: record, peers: peers, asked: asked).write() }
        for yardstick in asked.yardsticks {
            YardstickView(view: view, reading: record.reading(yardstick)).write()
        }
        for group in StateFactKind.Group.allCases {
            FactSection(view: view, record: record, group: group, today: asked.today).write()
        }
        former()
    }

    /// What a reader may ask for: nothing of it is there unless she does.
    private func options() {
        view.fold(view.say("stateFact.options"), isOpen: false) {
            html.element(.form, .class("fields"), .method("get"), .action(view.address(path))) {
                if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
                html.element(.p, text: view.say("stateFact.compare.lead", ["most": .number(StateFactLimits.peersMax)]))
                view.codeChecks(
                    "with", view.say("stateFact.compare.with"),
                    view.stateNames(view.names.codes(.state).map { StateCode($0) }.filter { $0 != record.state })
                        .map { ($0.code.rawValue, $0.name) }, chosen: peers.map(\.state.rawValue))
                view.textField(
                    "from", view.say("stateFact.compare.from"), "\(asked.years.lowerBound)", type: "number", most: 4,
                    direction: "ltr")
                view.textField(
                    "until", view.say("stateFact.compare.until"), "\(asked.years.upperBound)", type: "number", most: 4,
                    direction: "ltr")
                view.codeChecks(
                    "yardstick", view.say("stateFact.yardsticks"),
                    all.all.map { ($0.code, Yardstick.text($0.names, view.exchange.language)) },
                    chosen: asked.yardsticks.map(\.code))
                html.element(.p, .class("hint"), text: view.say("stateFact.yardsticks.hint"))
                html.element(.p) { view.submitButton(view.say("stateFact.show"), isPlain: true) }
            }
        }
    }

    /// What was published once and no longer stands.
    private func former() {
        guard !record.former.isEmpty else { return }
        view.section("former", view.say("stateFact.former"), view.say("stateFact.formerLead")) {
            view.table(view.say("stateFact.former")) {
                view.headRow([
                    (view.say("stateFact.fact"), false), (view.say("stateFact.day"), false),
                    (view.say("stateFact.source"), false), (view.say("stateFact.endedWhy"), false),
                ])
                html.element(.tbody) {
                    for fact in record.former {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) { FactLine(view: view).name(fact) }
                            html.element(.td, text: view.factDay(fact.content.day))
                            html.element(.td) { view.factSource(fact) }
                            html.element(.td) { FactLine(view: view).ended(fact) }
                        }
                    }
                }
            }
        }
    }
}
