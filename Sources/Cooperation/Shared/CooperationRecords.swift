package import Domain
package import Store

/// What other rooms read of needs, offers, funds and applications within a reading of their own. Every statement carries the
/// workspace, or whoever reads with what she may see.
package enum CooperationRecords {
    /// Of the workspace's own, within the institution where there is one.
    package static func ownNeed(
        _ id: NeedID, _ workspace: WorkspaceID, within limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Need? {
        try NeedRow.find(id, workspace, limit, connection)
    }

    /// The same, all of them, the latest first.
    package static func ownNeeds(
        _ workspace: WorkspaceID, within limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Need] {
        try NeedRow.own(workspace, limit, connection)
    }

    /// A need as its row has it, where the reader may see it now: what the State keeps to itself is still in it. Show `outside`.
    package static func need(
        _ id: NeedID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> Need? {
        try NeedRow.published(id, reader, connection)
    }

    /// The same, page after page, the latest first.
    package static func needs(
        _ reader: CooperationReader, after: NeedID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Need] {
        try NeedRow.published(reader, NeedFilter(), after: after, limit: limit, connection)
    }

    /// Whether everybody may read a need `n`, as a condition of a statement.
    package static let isOpenNeed = CooperationReader.need("0")

    /// A consent of the State to this need stands.
    package static func isConsented(
        _ id: NeedID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Bool {
        try ConsentRow.all(id, workspace, connection).contains { $0.withdrawn == nil }
    }

    package static func ownOffer(
        _ id: OfferID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Offer? {
        try OfferRow.find(id, workspace, connection)
    }

    package static func ownOffers(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Offer] {
        try OfferRow.own(workspace, connection)
    }

    package static func offer(
        _ id: OfferID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> Offer? {
        try OfferRow.published(id, reader, connection)
    }

    /// Those that are not closed, page after page, the latest first.
    package static func offers(
        _ reader: CooperationReader, after: OfferID?, limit: Int, _ connection: any ReadConnection
    ) throws -> [Offer] {
        try OfferRow.published(reader, OfferFilter(), after: after, limit: limit, connection)
    }

    package static func ownCall(
        _ id: FundCallID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> (call: FundCall, fund: Fund)? {
        guard let call = try FundCallRow.find(id, workspace, connection),
            let fund = try FundRow.find(call.fund, workspace, connection)
        else { return nil }
        return (call, fund)
    }

    package static func ownCalls(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [(call: FundCall, fund: Fund)] {
        try calls(of: FundRow.own(workspace, connection), connection)
    }

    package static func call(
        _ id: FundCallID, _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> (call: FundCall, fund: Fund)? {
        guard let call = try FundCallRow.published(id, reader, connection),
            let fund = try FundRow.published(call.fund, reader, connection)
        else { return nil }
        return (call, fund)
    }

    /// Calls of the funds that are not closed.
    package static func calls(
        _ reader: CooperationReader, _ connection: any ReadConnection
    ) throws -> [(call: FundCall, fund: Fund)] {
        try calls(of: FundRow.published(reader, connection), connection)
    }

    private static func calls(
        of funds: [Fund], _ connection: any ReadConnection
    ) throws -> [(call: FundCall, fund: Fund)] {
        let byID = Dictionary(funds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try FundCallRow.of(funds.map(\.id), connection).compactMap { call in
            byID[call.fund].map { (call, $0) }
        }
    }

    /// Handed in to a call of this workspace, or to all its calls; never drafts.
    package static func received(
        _ call: FundCallID?, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Application] {
        try ApplicationRow.received(call, workspace, connection)
    }

    package static func received(
        _ id: ApplicationID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Application? {
        try ApplicationRow.received(id, workspace, connection)
    }

    /// Workspaces by what others may know of them.
    package static func actors(
        _ ids: [WorkspaceID], _ connection: any ReadConnection
    ) throws -> [WorkspaceID: CooperationActor] {
        try ActorRow.find(ids, connection)
    }
}
