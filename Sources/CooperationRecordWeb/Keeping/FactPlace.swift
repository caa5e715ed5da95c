import CooperationRecords
import Domain
import Frame
import Operations
import People

/// Where facts of a State are kept: in its workspace, or at the desk for a State without one. The pages are the same.
struct FactPlace {
    let exchange: Exchange
    let keeper: FactKeeper
    let state: StateCode
    /// Of the page with all facts.
    let path: String
    let visit: Visit?
    private let makeView: @Sendable () -> View
    private let checkToken: @Sendable (String?) throws(WebError) -> Void

    /// The workspace's own State.
    init(_ visit: Visit) throws(WebError) {
        guard let state = visit.workspace.mechanismState else { throw .notFound }
        exchange = visit.exchange
        keeper = .workspace(visit.member)
        self.state = state
        path = visit.path("/cooperation-record")
        self.visit = visit
        makeView = { View(visit) }
        checkToken = { token throws(WebError) in try visit.check(token: token) }
    }

    /// The State in the address; coordinators of the desk alone.
    init(_ signed: Signed) throws(WebError) {
        guard signed.isCoordinator else { throw .forbidden }
        exchange = signed.exchange
        keeper = .desk(signed.caller)
        state = StateCode(signed.exchange.value("code"))
        path = "/desk/cooperation/" + PercentCoding.encode(state.rawValue)
        visit = nil
        makeView = { View(signed) }
        checkToken = { token throws(WebError) in try signed.check(token: token) }
    }

    var view: View { makeView() }
    func check(token: String?) throws(WebError) { try checkToken(token) }

    func head(_ view: View, _ title: String, isList: Bool = false) -> PageHead {
        var head = visit == nil ? PageHead(title: title) : PageHead(title: title, place: .cooperationRecord)
        if visit == nil { head.crumbs = [(view.address("/desk/cooperation"), view.say("stateFact.desk"))] }
        if !isList { head.crumbs.append((view.address(path), view.say("stateFact.keeping"))) }
        head.isWide = isList
        return head
    }

    @discardableResult
    func run<T: Sendable>(_ body: () async throws(WorkspaceError) -> T) async throws(WebError) -> T {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }

    func back(_ said: String, _ items: [(String, String)] = []) -> Answer {
        .seeOther(view.address(path, [("said", said)] + items))
    }
}
