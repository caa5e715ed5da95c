package import Domain
import People
package import Plans
import Secrets
import Store

/// What somebody brings as evidence.
package enum EvidenceDraft: Sendable {
    case file(name: String, bytes: [UInt8])
    case link(String)

    /// The content as it will be kept; `invalid` says what is wrong with it.
    func checked() throws(WorkspaceError) -> EvidenceVersion.Content {
        switch self {
        case .file(let name, let bytes):
            guard !bytes.isEmpty else { throw .invalid("file", "evidence.fileEmpty") }
            guard bytes.count <= EvidenceFolder.fileBytesMax else { throw .invalid("file", "evidence.fileSize") }
            guard let kind = FileKind(bytes) else { throw .invalid("file", "evidence.fileKind") }
            return .file(
                StoredFile(
                    digest: Digest.sha256Hex(bytes), name: FileName.cleaned(name), mediaType: kind.rawValue,
                    sizeBytes: bytes.count))
        case .link(let link):
            guard Self.isLink(link) else { throw .invalid("link", "evidence.linkForm") }
            return .link(link)
        }
    }

    /// An address of the web with a host, without name and password, spaces or control characters.
    package static func isLink(_ text: String) -> Bool {
        guard text.count <= EvidenceFolder.linkCharactersMax else { return false }
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else { return false }
        let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard !authority.isEmpty, !authority.contains("@"), !authority.contains("\\") else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && scalar.value > 32 && !"<>\"\\^`{|}".unicodeScalars.contains(scalar)
                && scalar.properties.generalCategory != .format && scalar.properties.generalCategory != .control
        }
    }
}

extension EvidenceFolder {
    /// Adds evidence to an object that this member may report on.
    package func add(
        _ draft: EvidenceDraft, title: String, isPublic: Bool, to subject: Subject, by member: Member
    ) async throws(WorkspaceError) -> Evidence {
        let own = try member.limit(.reportProgress)
        try Self.check(title)
        guard Evidence.subjects.contains(subject.kind) else { throw .notFound }
        let content = try draft.checked()
        let id = EvidenceID(try await store.take(.evidence).lowerBound)
        let key = Token.make()
        return try await store.change(member) { change in
            guard
                let owners = try SubjectOwners.of(subject, change.workspace, change.connection),
                own.map({ owners.contains($0) }) ?? true
            else { throw WorkspaceError.notFound }
            let evidence = Evidence(
                id: id, workspace: change.workspace, subject: subject, institution: own ?? owners.first, title: title,
                isPublic: isPublic, key: key, author: member.name, made: change.at)
            try EvidenceRow.insert(evidence, change.connection)
            try Self.keep(draft, content, 1, evidence, &change)
            change.field(evidence.own, "title", from: nil, to: title)
            change.field(evidence.own, "public", from: nil, to: isPublic ? "yes" : "no")
            change.did("evidence.add", evidence.own)
            return evidence
        }
    }

    /// Adds a version. It has to be cleared anew: what was cleared was another content.
    package func add(
        _ draft: EvidenceDraft, to id: EvidenceID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        let content = try draft.checked()
        try await change(id, from: version, "evidence.version", by: member) { evidence, change in
            evidence.latest += 1
            evidence.clearance = Clearance()
            try Self.keep(draft, content, evidence.latest, evidence, &change)
        }
    }

    /// Gives it another title, says whether it may be public, withdraws it or takes that back.
    package func edit(
        _ id: EvidenceID, title: String, isPublic: Bool, isWithdrawn: Bool, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try Self.check(title)
        try await change(id, from: version, "evidence.edit", by: member) { evidence, _ in
            evidence.title = title
            evidence.isPublic = isPublic
            evidence.isWithdrawn = isWithdrawn
        }
    }

    /// Takes a step of clearance.
    package func clear(
        _ id: EvidenceID, _ step: ClearanceStep, note: String?, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await change(id, from: version, "evidence.clear", by: member) { evidence, change in
            evidence.clearance = try evidence.clearance.taking(
                step, member, institution: evidence.institution, writing: .reportProgress, at: change.at, note: note)
        }
    }

    private func change(
        _ id: EvidenceID, from version: Int, _ action: String, by member: Member,
        _ body: @Sendable @escaping (inout Evidence, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        let own = try member.limit(.reportProgress)
        try await store.change(member) { change in
            let setting = try ProgressSettingRow.find(change.workspace, change.connection)
            let old = try EvidenceRow.find(id, EvidenceScope(member, setting), change.connection)
            guard let old, own == nil || old.institution == own else { throw WorkspaceError.notFound }
            var evidence = old
            try body(&evidence, &change)
            guard try EvidenceRow.update(evidence, from: version, change.connection) else {
                throw WorkspaceError.stale(old.own, version: old.version)
            }
            let subject = old.own
            change.field(subject, "title", from: old.title, to: evidence.title)
            change.field(subject, "public", from: old.isPublic ? "yes" : "no", to: evidence.isPublic ? "yes" : "no")
            change.field(
                subject, "withdrawn", from: old.isWithdrawn ? "yes" : "no", to: evidence.isWithdrawn ? "yes" : "no")
            change.field(subject, "latest", from: "\(old.latest)", to: "\(evidence.latest)")
            change.field(
                subject, "clearance", from: old.clearance.step.rawValue, to: evidence.clearance.step.rawValue,
                why: evidence.clearance.note)
            change.did(action, subject)
        }
    }

    private static func keep(
        _ draft: EvidenceDraft, _ content: EvidenceVersion.Content, _ number: Int, _ evidence: Evidence,
        _ change: inout WorkspaceChange
    ) throws {
        if case .file(_, let bytes) = draft, case .file(let file) = content {
            try StoredFileRow.put(file.digest, bytes, change.workspace, at: change.at, change.connection)
        }
        try EvidenceRow.add(
            EvidenceVersion(
                evidence: evidence.id, number: number, content: content, author: change.member.name, made: change.at),
            change.workspace, change.connection)
    }

    private static func check(_ title: String) throws(WorkspaceError) {
        guard !title.allSatisfy(\.isWhitespace) else { throw .invalid("title", "evidence.titleNeeded") }
        guard title.count <= Evidence.titleCharactersMax else { throw .invalid("title", "evidence.titleLength") }
    }
}
