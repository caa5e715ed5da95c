import Cooperation
import Domain
import Insight
import Reference
import Store

/// Brings an index of help up to date.
struct MatchUpdate {
    let reference: ReferenceFacts
    let year: Int
    var stand: MatchShelf.Stand

    /// Any workspace reads what is published for partners; who may see what is found is asked again for each.
    private static let anybody = CooperationReader.partner(WorkspaceID(.max))
    /// More offers are not read.
    static let offersMax = 50_000

    private var profiles: MatchProfiles { MatchProfiles(reference, stand.evidence) }

    /// Reads everything.
    mutating func build(_ connection: any ReadConnection) throws {
        stand.assessed = try MatchEvidenceRow.assessed(connection)
        stand.evidence = try MatchEvidenceRow.read(year: year, stand.assessed, connection)
        let profiles = profiles
        var after: OfferID?
        while stand.index.count < Self.offersMax {
            let offers = try CooperationRecords.offers(Self.anybody, after: after, limit: 500, connection)
            let actors = try CooperationRecords.actors(offers.map(\.workspace), connection)
            for offer in offers { stand.index.add(profiles.help(offer, of: actors[offer.workspace])) }
            guard offers.count == 500, let last = offers.last else { break }
            after = last.id
        }
        for (call, fund) in try CooperationRecords.calls(Self.anybody, connection) where !call.isCancelled {
            stand.index.add(profiles.help(call, of: fund))
        }
        for programme in try MatchProgrammeRow.all(connection) { stand.index.add(profiles.programme(programme)) }
        try peers(Set(stand.evidence.states.keys), connection)
        count()
    }

    /// Reads again what these changes are about. False where everything has to be read.
    mutating func follow(_ changes: [Change], _ connection: any ReadConnection) throws -> Bool {
        let touched = Touched(changes)
        if touched.isWorkspace { return false }
        let before = stand.index.count
        if touched.isRecommendation { stand.assessed = try MatchEvidenceRow.assessed(connection) }
        if touched.isEvidence { try evidence(connection) }
        for id in touched.ids(.offer) { try offer(OfferID(id), connection) }
        var calls = touched.ids(.fundCall)
        for fund in touched.ids(.fund) { calls.formUnion(try MatchCallRow.calls(of: FundID(fund), connection)) }
        for id in calls { try call(FundCallID(id), connection) }
        let programmes = touched.ids(.programme)
        if !programmes.isEmpty {
            for id in programmes { stand.index.remove(.programme(id)) }
            let profiles = profiles
            for programme in try MatchProgrammeRow.some(Array(programmes), connection) {
                stand.index.add(profiles.programme(programme))
            }
        }
        if before != stand.index.count || touched.isHelp { count() }
        return true
    }

    private mutating func offer(_ id: OfferID, _ connection: any ReadConnection) throws {
        guard let offer = try CooperationRecords.offer(id, Self.anybody, connection), offer.status != .closed else {
            return stand.index.remove(.offer(id))
        }
        let actor = try CooperationRecords.actors([offer.workspace], connection)[offer.workspace]
        stand.index.add(profiles.help(offer, of: actor))
    }

    private mutating func call(_ id: FundCallID, _ connection: any ReadConnection) throws {
        guard let found = try CooperationRecords.call(id, Self.anybody, connection), !found.call.isCancelled,
            !found.fund.isClosed
        else { return stand.index.remove(.call(id)) }
        stand.index.add(profiles.help(found.call, of: found.fund))
    }

    /// Counts the evidence again, and reads the help whose evidence changed.
    private mutating func evidence(_ connection: any ReadConnection) throws {
        let old = stand.evidence
        stand.evidence = try MatchEvidenceRow.read(year: year, stand.assessed, connection)
        try peers(stand.evidence.statesChanged(from: old), connection)
        var offers = stand.evidence.offersChanged(from: old)
        let workspaces = stand.evidence.workspacesChanged(from: old)
        for id in stand.index.ids {
            guard let owner = stand.index[id]?.workspace, workspaces.contains(owner) else { continue }
            if id.source == .offer { offers.insert(OfferID(id.number)) }
            if id.source == .call { try call(FundCallID(id.number), connection) }
        }
        for id in offers { try offer(id, connection) }
    }

    private mutating func peers(_ states: Set<StateCode>, _ connection: any ReadConnection) throws {
        guard !states.isEmpty else { return }
        let mechanisms = try MatchEvidenceRow.mechanisms(connection)
        let profiles = profiles
        for state in states.sorted() {
            if let peer = profiles.peer(state, workspace: mechanisms[state]) {
                stand.index.add(peer)
            } else {
                stand.index.remove(.peer(state))
            }
        }
    }

    private mutating func count() {
        stand.counts = stand.index.ids.reduce(into: [:]) { $0[$1.source, default: 0] += 1 }
    }
}

/// What changes are about, as far as matching reads it.
private struct Touched {
    private var byKind: [String: Set<Int64>] = [:]

    init(_ changes: [Change]) {
        for change in changes { byKind[change.entity.rawValue, default: []].insert(change.id) }
    }

    func ids(_ kind: SubjectKind) -> Set<Int64> { byKind[kind.rawValue] ?? [] }

    private func has(_ kinds: [String]) -> Bool { kinds.contains { byKind[$0] != nil } }

    /// A workspace was made, closed, or became something else.
    var isWorkspace: Bool { has([SubjectKind.workspace.rawValue]) }
    var isHelp: Bool {
        has([SubjectKind.offer, .fund, .fundCall, .programme].map(\.rawValue)) || isEvidence
    }
    var isRecommendation: Bool { has([ChangedEntity.recommendation.rawValue]) }
    /// Needs are among them: an agreement tells of a theme only while everybody reads its need.
    var isEvidence: Bool {
        isRecommendation || has([SubjectKind.practice, .agreement, .introduction, .need].map(\.rawValue))
    }
}

/// Calls of a fund, whoever may read them.
enum MatchCallRow {
    static func calls(of fund: FundID, _ connection: any ReadConnection) throws -> [Int64] {
        try connection.all("SELECT id FROM fund_call WHERE fund_id = $1", [.int(fund.value)]) { try $0.int(0) }
    }
}
