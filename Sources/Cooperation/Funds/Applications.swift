package import Domain
package import People
package import Reference
import Store

/// What somebody writes of an application.
package struct ApplicationDraft: Hashable, Sendable {
    package var title = ""
    package var need: NeedID?
    package var amount: Money?
    package var answers: [String: String] = [:]

    package init() {}

    package init(_ application: Application) {
        title = application.title
        need = application.need
        amount = application.amount
        answers = application.answers
    }
}

/// An application with the call it is to.
package struct ApplicationRecord: Hashable, Sendable {
    package var application: Application
    package var call: FundCall
    package var fund: String
    package var applicant: CooperationActor?
}

/// Applications to calls: drafted, handed in, taken back by who applies; read and decided on by the fund.
package struct Applications: Sendable {
    let store: WorkspaceStore
    let reference: ReferenceFacts

    /// The latest that are read at once: a list of this many says that earlier ones may be missing.
    package static let listMax = 2_000

    package init(_ store: WorkspaceStore, _ reference: ReferenceFacts) {
        self.store = store
        self.reference = reference
    }

    /// The workspace's own, the latest first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [ApplicationRecord] {
        try member.require(.applyToFunds)
        let workspace = member.workspace.id
        return try await store.read { try Self.records(ApplicationRow.own(workspace, $0), $0) }
    }

    package func find(_ id: ApplicationID, _ member: Member) async throws(WorkspaceError) -> ApplicationRecord {
        try member.require(.applyToFunds)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let found = try ApplicationRow.own(id, workspace, connection),
                let record = try Self.records([found], connection).first
            else { throw WorkspaceError.notFound }
            return record
        }
    }

    /// Handed in to the workspace's funds, to one call or to all.
    package func received(
        _ call: FundCallID?, _ member: Member
    ) async throws(WorkspaceError) -> [ApplicationRecord] {
        try member.require(.manageFunds)
        let workspace = member.workspace.id
        return try await store.read { try Self.records(ApplicationRow.received(call, workspace, $0), $0) }
    }

    package func received(
        _ id: ApplicationID, _ member: Member
    ) async throws(WorkspaceError) -> ApplicationRecord {
        try member.require(.manageFunds)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let found = try ApplicationRow.received(id, workspace, connection),
                let record = try Self.records([found], connection).first
            else { throw WorkspaceError.notFound }
            return record
        }
    }

    /// Begins an application to a call that is open, or will be. With a need it is filled with what the need says.
    package func add(
        to call: FundCallID, for need: NeedID?, by member: Member
    ) async throws(WorkspaceError) -> Application {
        try member.require(.applyToFunds)
        let id = ApplicationID(try await store.take(.application).lowerBound)
        let today = CalendarDate(store.clock.instant)
        return try await store.change(member) { change in
            let reader = CooperationReader.partner(change.workspace)
            guard let found = try FundCallRow.published(call, reader, change.connection) else {
                throw WorkspaceError.notFound
            }
            if let today, [.over, .cancelled].contains(found.standing(on: today)) {
                throw WorkspaceError.invalid("call", "application.callClosed")
            }
            var application = Application(
                id: id, call: call, workspace: change.workspace, partner: found.workspace, title: found.title,
                made: change.at)
            if let need {
                guard let stated = try NeedRow.find(need, change.workspace, nil, change.connection) else {
                    throw WorkspaceError.invalid("need", "cooperation.sourceUnknown")
                }
                application.need = need
                application.title = stated.title
                application.amount = stated.cost
            }
            try ApplicationRow.insert(application, change.connection)
            try FundCallRow.watch(call, true, change.workspace, at: change.at, change.connection)
            change.did("application.add", Subject(.application, id.value))
            return application
        }
    }

    /// Keeps a draft; answers may be missing or too long until it is handed in.
    package func save(
        _ id: ApplicationID, version: Int, _ draft: ApplicationDraft, by member: Member
    ) async throws(WorkspaceError) {
        try await write(id, version: version, draft, handsIn: false, member)
    }

    /// Hands an application in: every question that must be answered is, texts keep to the fund's limits, the call is open, and the
    /// State has consented where the call stands on that.
    package func submit(
        _ id: ApplicationID, version: Int, _ draft: ApplicationDraft, by member: Member
    ) async throws(WorkspaceError) {
        try await write(id, version: version, draft, handsIn: true, member)
    }

    /// Takes an application back: the fund does not see it any more.
    package func withdraw(_ id: ApplicationID, version: Int, by member: Member) async throws(WorkspaceError) {
        try member.require(.applyToFunds)
        try await store.change(member) { change in
            guard let old = try ApplicationRow.own(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var application = old
            application.status = .withdrawn
            let subject = Subject(.application, id.value)
            change.field(subject, "status", from: old.status.rawValue, to: application.status.rawValue)
            try ApplicationRow.update(application, version: version, change.connection)
            change.did("application.withdraw", subject)
        }
    }

    /// What the fund decides.
    package func decide(
        _ id: ApplicationID, version: Int, _ status: ApplicationStatus, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageFunds)
        guard [.selected, .notSelected, .submitted].contains(status) else {
            throw .invalid("status", "application.choice")
        }
        try await store.change(member) { change in
            guard let old = try ApplicationRow.received(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let subject = Subject(.application, id.value)
            guard
                try ApplicationRow.decide(
                    id, status, partner: change.workspace, version: version, change.connection)
            else { throw WorkspaceError.stale(subject, version: old.version) }
            change.field(subject, "status", from: old.status.rawValue, to: status.rawValue)
            change.did("application.decide", subject, detail: "{\"status\":\"\(status.rawValue)\"}")
        }
    }

    private static func records(
        _ applications: [Application], _ connection: any ReadConnection
    ) throws -> [ApplicationRecord] {
        let actors = try ActorRow.find(applications.map(\.workspace), connection)
        var calls: [FundCallID: (call: FundCall, fund: String)] = [:]
        for application in applications where calls[application.call] == nil {
            if let call = try FundCallRow.find(application.call, application.partner, connection) {
                let fund = try FundRow.find(call.fund, call.workspace, connection)
                calls[application.call] = (call, fund?.name ?? "")
            }
        }
        return applications.compactMap { application in
            calls[application.call].map {
                ApplicationRecord(
                    application: application, call: $0.call, fund: $0.fund, applicant: actors[application.workspace])
            }
        }
    }
}
