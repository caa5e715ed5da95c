package import Domain
import Language
import Store

extension Institutions {
    package func one(_ id: InstitutionID, _ member: Member) async throws(WorkspaceError) -> Institution {
        try member.require(.seeWorkspace)
        let workspace = member.workspace.id
        guard let found = try await store.read({ try InstitutionRow.find(id, workspace, $0) }) else { throw .notFound }
        return found
    }

    /// Puts another form in the place of an institution, from the version it was made from. Closing ends nobody's membership and
    /// moves no work; it only keeps people from being asked in for it.
    package func change(
        _ institution: Institution, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> Institution {
        try member.require(.manageInstitutions)
        let next = try Self.checked(institution)
        return try await store.change(member) { change in
            guard let old = try InstitutionRow.find(next.id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let subject = Subject(.institution, next.id.value)
            guard old.version == next.version else { throw WorkspaceError.stale(subject, version: old.version) }
            try Self.checkNames(next, change)
            if old.kind.isIndependent, !next.kind.isIndependent { try Colleagues.checkKind(next.id, change) }
            guard try InstitutionRow.update(next, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: old.version + 1)
            }
            let fields: [(String, String?, String?)] = [
                ("name", old.name, next.name), ("kind", old.kind.rawValue, next.kind.rawValue),
                ("abbreviation", old.abbreviation, next.abbreviation),
                ("language", old.language?.rawValue, next.language?.rawValue), ("email", old.email, next.email),
                ("closed", old.isClosed ? "yes" : "no", next.isClosed ? "yes" : "no"),
            ]
            for (name, from, to) in fields { change.field(subject, name, from: from, to: to, why: why) }
            change.did("institution.change", subject)
            var written = next
            written.version += 1
            return written
        }
    }

    /// A form that keeps the rules: blanks around names gone, empty fields nil.
    static func checked(_ institution: Institution) throws(WorkspaceError) -> Institution {
        var value = institution
        value.name = trimmed(value.name) ?? ""
        value.abbreviation = value.abbreviation.flatMap { trimmed($0) }
        value.email = value.email.flatMap { trimmed($0) }
        var troubles: [WorkspaceError.Trouble] = []
        if !(1...300).contains(value.name.count) { troubles.append(.init("name", "people.nameLength")) }
        if let short = value.abbreviation, short.count > 30 {
            troubles.append(.init("abbreviation", "people.abbreviationLength"))
        }
        if let email = value.email, EmailAddress(email) == nil { troubles.append(.init("email", "people.emailForm")) }
        guard troubles.isEmpty else { throw .invalid(troubles) }
        return value
    }

    private static func trimmed(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    /// Neither a name nor an abbreviation stands twice in a workspace.
    static func checkNames(_ value: Institution, _ change: WorkspaceChange) throws {
        let key = TextFolding.fold(value.name)
        let short = value.abbreviation.map { TextFolding.fold($0) }
        for other in try InstitutionRow.all(change.workspace, change.connection) where other.id != value.id {
            if TextFolding.fold(other.name) == key { throw WorkspaceError.invalid("name", "people.institutionTaken") }
            if let short, other.abbreviation.map({ TextFolding.fold($0) }) == short {
                throw WorkspaceError.invalid("abbreviation", "people.abbreviationTaken")
            }
        }
    }
}

extension Institutions {
    /// Decisions on accreditation, newest first; empty where nothing was entered, which says nothing of the institution.
    package func accreditations(
        of id: InstitutionID, _ member: Member
    ) async throws(WorkspaceError) -> [Accreditation] {
        try member.require(.seeWorkspace)
        let workspace = member.workspace.id
        return try await store.read { try AccreditationRow.all(id, workspace, $0) }
    }

    /// Enters a decision beside the earlier ones. Only of a national human rights institution.
    package func accredit(
        _ id: InstitutionID, _ status: Accreditation.Status, decided: CalendarDate, reviewDue: CalendarDate?,
        source: String?, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageInstitutions)
        if let source, source.count > 300 { throw .invalid("source", "people.sourceLength") }
        if let reviewDue, reviewDue < decided { throw .invalid("reviewDue", "people.reviewEarly") }
        let number: Int64
        do throws(StoreError) { number = try await store.ids.take("accreditation").lowerBound } catch {
            throw WorkspaceError(error)
        }
        try await store.change(member) { change in
            guard let institution = try InstitutionRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard institution.kind == .humanRightsInstitution else {
                throw WorkspaceError.invalid("kind", "people.notHumanRights")
            }
            let known = try AccreditationRow.all(id, change.workspace, change.connection).first { $0.withdrawn == nil }
            let value = Accreditation(
                id: AccreditationID(number), institution: id, status: status, decided: decided, reviewDue: reviewDue,
                source: source.flatMap { Self.trimmed($0) }, madeBy: change.member.name, made: change.at)
            try AccreditationRow.insert(value, change.workspace, change.connection)
            let subject = Subject(.institution, id.value)
            change.field(
                subject, "accreditation", from: known.map { "\($0.status.rawValue) \($0.decided)" },
                to: "\(status.rawValue) \(decided)", why: value.source)
            change.did("institution.accredit", subject, detail: "{\"status\":\"\(status.rawValue)\"}")
        }
    }

    /// Marks an entry as made by mistake; it stays to be seen.
    package func withdraw(
        _ accreditation: AccreditationID, of id: InstitutionID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageInstitutions)
        try await store.change(member) { change in
            let all = try AccreditationRow.all(id, change.workspace, change.connection)
            guard let entry = all.first(where: { $0.id == accreditation }),
                try AccreditationRow.withdraw(accreditation, id, change.workspace, at: change.at, change.connection)
            else { throw WorkspaceError.notFound }
            let subject = Subject(.institution, id.value)
            change.field(subject, "accreditation", from: "\(entry.status.rawValue) \(entry.decided)", to: nil)
            change.did("institution.withdraw", subject)
        }
    }
}
