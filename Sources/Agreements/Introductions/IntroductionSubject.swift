import Cooperation
import Domain
import Programmes
import Store

/// Finds whom a request goes to, from what the asker may see now.
struct IntroductionSubject {
    let asker: WorkspaceID
    let ask: IntroductionAsk
    var titles = IntroductionTitles()
    var contact: OfferContact?
    var needOwner: WorkspaceID?
    /// Who has what is asked about, the asker aside.
    var others: Set<WorkspaceID> = []
    var obstacle: IntroductionOutlook.Obstacle?

    /// Throws what of it is not there for the asker.
    init(_ ask: IntroductionAsk, _ asker: WorkspaceID, _ connection: any ReadConnection) throws {
        self.ask = ask
        self.asker = asker
        if ask.isEmpty { throw WorkspaceError.invalid("need", "introduction.allowed.nothing") }
        try readNeed(connection)
        try readOffer(connection)
        try readCall(connection)
        try readProgramme(connection)
        try readPeer(connection)
    }

    /// The workspace that is asked; nil where an obstacle says why there is none.
    func partner() throws -> WorkspaceID? {
        if others.count > 1 { throw WorkspaceError.invalid("offer", "introduction.allowed.oneOther") }
        if let other = others.first { return other }
        if obstacle != nil { return nil }
        throw WorkspaceError.invalid("need", "introduction.allowed.nobody")
    }

    private mutating func add(_ owner: WorkspaceID) {
        if owner != asker { others.insert(owner) }
    }

    private mutating func readNeed(_ connection: any ReadConnection) throws {
        guard let need = ask.need else { return }
        let found = try connection.first(
            """
            SELECT n.workspace_id, n.title FROM need n
            WHERE n.id = $2 AND (n.workspace_id = $1 OR (\(CooperationReader.need("$1"))))
            """, [.int(asker.value), .int(need.value)]
        ) { (WorkspaceID(try $0.int(0)), try $0.text(1)) }
        guard let found else { throw WorkspaceError.invalid("need", "introduction.allowed.unknown") }
        needOwner = found.0
        titles.need = found.1
        add(found.0)
    }

    private mutating func readOffer(_ connection: any ReadConnection) throws {
        guard let offer = ask.offer else { return }
        let found = try connection.first(
            """
            SELECT o.workspace_id, o.title, o.office, o.email, o.address FROM offer o
            WHERE o.id = $2 AND (o.workspace_id = $1 OR (\(CooperationReader.published("o", "$1"))))
            """, [.int(asker.value), .int(offer.value)], Self.owned)
        guard let found else { throw WorkspaceError.invalid("offer", "introduction.allowed.unknown") }
        titles.offer = found.title
        if found.owner != asker { contact = found.contact }
        add(found.owner)
    }

    private mutating func readCall(_ connection: any ReadConnection) throws {
        guard let call = ask.call else { return }
        let found = try connection.first(
            """
            SELECT f.workspace_id, k.title, f.office, f.email, f.address FROM fund_call k JOIN fund f ON f.id = k.fund_id
            WHERE k.id = $2 AND (f.workspace_id = $1 OR (\(CooperationReader.published("f", "$1"))))
            """, [.int(asker.value), .int(call.value)], Self.owned)
        guard let found else { throw WorkspaceError.invalid("call", "introduction.allowed.unknown") }
        titles.call = found.title
        if found.owner != asker { contact = found.contact }
        add(found.owner)
    }

    private mutating func readProgramme(_ connection: any ReadConnection) throws {
        guard let programme = ask.programme else { return }
        let found = try connection.first(
            """
            SELECT p.workspace_id, p.title, p.reporter_name, w.closed FROM programme p
            LEFT JOIN workspace w ON w.id = p.workspace_id
            WHERE p.id = $2 AND p.withdrawn = 0 AND (p.public = 1 OR p.workspace_id = $1)
            """, [.int(asker.value), .int(programme.value)]
        ) { row in
            (
                owner: try row.intOrNil(0).map { WorkspaceID($0) }, title: try row.text(1), reporter: try row.text(2),
                isClosed: try row.intOrNil(3) == 1
            )
        }
        guard let found else { throw WorkspaceError.invalid("programme", "introduction.allowed.unknown") }
        titles.programme = found.title
        guard let owner = found.owner, !found.isClosed else {
            obstacle = .programmeWithoutWorkspace
            contact = OfferContact(office: found.reporter)
            return
        }
        add(owner)
    }

    private mutating func readPeer(_ connection: any ReadConnection) throws {
        guard let peer = ask.peer else { return }
        let found = try connection.first(
            """
            SELECT id FROM workspace WHERE state = $1 AND kind = 'mechanism' AND closed = 0 ORDER BY id LIMIT 1
            """, [.text(peer.rawValue)]
        ) { WorkspaceID(try $0.int(0)) }
        guard let found else {
            obstacle = .peerWithoutWorkspace
            return
        }
        add(found)
    }

    private static func owned(
        _ row: any Row
    ) throws -> (owner: WorkspaceID, title: String, contact: OfferContact) {
        (
            WorkspaceID(try row.int(0)), try row.text(1),
            OfferContact(office: try row.text(2), email: try row.text(3), address: try row.text(4))
        )
    }
}
