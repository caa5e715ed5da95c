package import Domain
import People
import Store

extension Consultations {
    /// Adds a heading, a sentence or a conclusion at the end, with the contributions it rests on.
    package func add(
        part kind: ConsultationPart.Kind, _ text: String, citing citations: [ContributionID],
        to id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) {
        let text = try Self.words(text)
        let number = try await number("consultation-part")
        try await extend(id, "consultation.part", by: member) { value, connection in
            try Self.check(citations, id, value.workspace, connection)
            let parts = try PartRow.all(id, connection)
            guard parts.count < ConsultationLimits.partsMax else {
                throw WorkspaceError.invalid("text", "consultation.many")
            }
            let part = ConsultationPart(
                id: number, position: (parts.last?.position ?? 0) + 1, kind: kind, text: text,
                citations: kind == .heading ? [] : citations, outcomes: [], version: 1)
            try PartRow.insert(part, value, at: "", connection)
        }
    }

    package func edit(
        part number: Int64, version: Int, _ text: String, citing citations: [ContributionID],
        of id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) {
        let text = try Self.words(text)
        try await extend(id, "consultation.part", by: member) { value, connection in
            try Self.check(citations, id, value.workspace, connection)
            guard var part = try PartRow.all(id, connection).first(where: { $0.id == number }) else {
                throw WorkspaceError.notFound
            }
            part.text = text
            part.citations = part.kind == .heading ? [] : citations
            guard try PartRow.update(part, version: version, value, connection) else {
                throw WorkspaceError.stale(value.subject, version: value.version)
            }
        }
    }

    private static func words(_ text: String) throws(WorkspaceError) -> String {
        let text = try ConsultationChecking.text(text, "text", ConsultationLimits.textCharactersMax)
        if text.isEmpty { throw .invalid("text", "consultation.needed") }
        return text
    }

    /// Only what is shown can be cited.
    private static func check(
        _ citations: [ContributionID], _ id: ConsultationID, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws {
        guard !citations.isEmpty else { return }
        let shown = Set(
            try ContributionRow.all(id, workspace, sees: .everything, connection).filter { $0.status == .shown }
                .map(\.id))
        guard citations.count <= 200, Set(citations).count == citations.count, shown.isSuperset(of: citations) else {
            throw WorkspaceError.invalid("citations", "consultation.citations")
        }
    }
}
