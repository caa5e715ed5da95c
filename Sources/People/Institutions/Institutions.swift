package import Domain

/// Institutions of a workspace.
package struct Institutions: Sendable {
    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    package func all(_ member: Member) async throws(WorkspaceError) -> [Institution] {
        try member.require(.seeWorkspace)
        return try await store.read { try InstitutionRow.all(member.workspace.id, $0) }
    }

    package func add(
        _ name: String, kind: InstitutionKind, abbreviation: String? = nil, language: LanguageTag? = nil,
        email: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> Institution {
        try member.require(.manageInstitutions)
        let institution = try Self.checked(
            Institution(
                id: InstitutionID(try await store.take(.institution).lowerBound), workspace: member.workspace.id,
                kind: kind, name: name, abbreviation: abbreviation, language: language, email: email))
        return try await store.change(member) { change in
            try Self.checkNames(institution, change)
            try InstitutionRow.insert(institution, change.connection)
            change.did("institution.add", Subject(.institution, institution.id.value))
            return institution
        }
    }
}
