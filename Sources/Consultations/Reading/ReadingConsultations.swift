package import Domain
import People
import Store

/// A consultation with everything that whoever asks may see of it.
package struct ConsultationReading: Sendable {
    package var consultation: Consultation
    package var host: ConsultationHost
    package var sessions: [ConsultationSession]
    package var invited: [ConsultationInvited]
    package var contributions: [Contribution]
    /// Empty while the summary is not published, but for whoever writes it.
    package var parts: [ConsultationPart]
    /// Practices that conclusions became and that everybody reads.
    package var publicPractices: Set<Int64>
    package var today: CalendarDate

    package var isOpen: Bool { consultation.isOpen(today) }
    package func contribution(_ id: ContributionID) -> Contribution? { contributions.first { $0.id == id } }
    /// Shown inputs that wait for their answer.
    package var unanswered: Int { contributions.count { $0.status == .shown && $0.answer == nil } }
}

/// A page of a list.
package struct ConsultationPage: Sendable {
    package var consultations: [(consultation: Consultation, host: ConsultationHost)]
    package var next: ConsultationID?
}

extension Consultations {
    /// Those everybody reads, the latest to open first.
    package func published(
        state: StateCode? = nil, after: ConsultationID? = nil, limit: Int
    ) async throws(WorkspaceError) -> ConsultationPage {
        let limit = min(max(1, limit), ConsultationLimits.listMax)
        return try await store.read { connection in
            let found = try ConsultationRow.published(after: after, state: state, limit: limit + 1, connection)
            let shown = try found.prefix(limit).compactMap { value in
                try ConsultationRow.host(value.id, connection).map { (consultation: value, host: $0) }
            }
            return ConsultationPage(
                consultations: shown, next: found.count > limit ? shown.last?.consultation.id : nil)
        }
    }

    /// Those everybody reads, what was published last first, for whoever watches.
    package func latest(
        _ filter: ConsultationFilter, limit: Int
    ) async throws(WorkspaceError) -> [(consultation: Consultation, host: ConsultationHost)] {
        let limit = min(max(1, limit), ConsultationLimits.listMax)
        return try await store.read { connection in
            try ConsultationRow.latest(filter, limit, connection).compactMap { value in
                try ConsultationRow.host(value.id, connection).map { (consultation: value, host: $0) }
            }
        }
    }

    /// As everybody reads it. Not found where it is not published.
    package func published(_ id: ConsultationID) async throws(WorkspaceError) -> ConsultationReading {
        let today = today
        return try await store.read { connection in
            guard let value = try ConsultationRow.published(id, connection),
                let host = try ConsultationRow.host(id, connection)
            else { throw WorkspaceError.notFound }
            let parts = value.summaryPublished == nil ? [] : try PartRow.all(id, connection)
            return ConsultationReading(
                consultation: value, host: host, sessions: try AgendaRow.sessions(id, connection),
                invited: try AgendaRow.invited(id, connection),
                contributions: try ContributionRow.published(id, connection), parts: parts,
                publicPractices: try Self.publicPractices(parts, connection), today: today)
        }
    }

    /// As a member of its workspace reads it.
    package func find(_ id: ConsultationID, _ member: Member) async throws(WorkspaceError) -> ConsultationReading {
        try member.require(.seeConsultations)
        let (today, workspace) = (today, member.workspace.id)
        let isHolder = member.may(.manageConsultations)
        let own = member.may(.contribute) ? try member.limit(.contribute) : nil
        return try await store.read { connection in
            guard let value = try ConsultationRow.find(id, workspace, connection),
                let host = try ConsultationRow.host(id, connection)
            else { throw WorkspaceError.notFound }
            let parts = isHolder || value.summaryPublished != nil ? try PartRow.all(id, connection) : []
            return ConsultationReading(
                consultation: value, host: host, sessions: try AgendaRow.sessions(id, connection),
                invited: try AgendaRow.invited(id, connection),
                contributions: try ContributionRow.all(
                    id, workspace, sees: isHolder ? .everything : .own(own), connection),
                parts: parts, publicPractices: try Self.publicPractices(parts, connection), today: today)
        }
    }

    /// Published consultations on an issue, recommendation or theme.
    package func published(
        on topic: ConsultationTopic
    ) async throws(WorkspaceError) -> [(id: ConsultationID, title: String, language: LanguageTag)] {
        try await store.read { try PartRow.on(topic, $0) }
    }

    private static func publicPractices(
        _ parts: [ConsultationPart], _ connection: any ReadConnection
    ) throws -> Set<Int64> {
        let ids = Set(parts.flatMap(\.outcomes).filter { $0.kind == .practice }.map(\.target))
        return Set(
            try connection.all(
                "SELECT id FROM practice WHERE id IN ({set}) AND published_edition IS NOT NULL",
                set: ids.prefix(SQLSet.sizeMax).map { SQLValue.int($0) }
            ) { try $0.int(0) })
    }
}

extension Consultations {
    /// Institutions that can be invited or spoken for.
    package func institutions(_ member: Member) async throws(WorkspaceError) -> [Institution] {
        try await Institutions(store).all(member).filter { !$0.isClosed }
    }
}
