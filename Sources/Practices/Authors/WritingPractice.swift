package import Domain
import People
import Store

/// An edition with the practice it is of, on its way through one change.
struct PracticeInWork {
    var practice: Practice
    var edition: PracticeEdition
}

extension Practices {
    private var checking: PracticeChecking { PracticeChecking(reference: reference) }

    /// Begins a practice. It is a draft that nobody outside reads.
    package func add(_ content: PracticeContent, by member: Member) async throws(WorkspaceError) -> Practice {
        try member.require(.writePractices)
        let content = try checking.checked(content, in: member.workspace)
        guard content.texts.count == 1, content.texts[0].isOriginal else {
            throw .invalid("language", "practice.oneOriginal")
        }
        let id = PracticeID(try await store.take(.practice).lowerBound)
        let edition = PracticeEditionID(try await takeEdition())
        return try await store.change(member) { change in
            let made = try change.connection.count(
                "SELECT COUNT(*) FROM practice WHERE workspace_id = $1", [.int(change.workspace.value)])
            if made >= PracticeLimits.perWorkspaceMax { throw WorkspaceError.invalid("practice", "practice.many") }
            try PracticeChecking.check(content.source, change.workspace, change.connection)
            try PracticeLinkRow.check(content.links, change.connection)
            let practice = Practice(
                id: id, workspace: change.workspace, latest: edition, made: change.at, version: 1)
            try PracticeRow.insert(practice, change.connection)
            try EditionRow.insert(
                PracticeEdition(
                    id: edition, practice: id, workspace: change.workspace, number: 1, status: .draft,
                    content: content, made: change.at), change.connection)
            change.did("practice.add", practice.subject)
            return practice
        }
    }

    func takeEdition() async throws(WorkspaceError) -> Int64 {
        do throws(StoreError) { return try await store.ids.take("practice-edition", 1).lowerBound } catch {
            throw WorkspaceError(error)
        }
    }

    /// Changes what a draft says: its facts and its original text. Other language versions and links stay.
    package func edit(
        _ id: PracticeID, version: Int, _ content: PracticeContent, by member: Member
    ) async throws(WorkspaceError) {
        let content = try checking.checked(content, in: member.workspace)
        guard content.texts.count == 1, let original = content.texts.first else {
            throw .invalid("language", "practice.oneOriginal")
        }
        try await write(id, version, "practice.edit", member) { edition in
            let old = edition.content
            edition.content = content
            edition.content.links = old.links
            let others = old.texts.filter { !$0.isOriginal }
            if others.contains(where: { $0.language == original.language }) {
                throw WorkspaceError.invalid("language", "practice.versionThere")
            }
            edition.content.texts = [original] + others
        }
    }

    /// Puts a language version beside the original, or in place of the one in that language.
    package func putVersion(
        _ id: PracticeID, version: Int, _ text: PracticeText, by member: Member
    ) async throws(WorkspaceError) {
        var text = try checking.checked(text)
        text.isOriginal = false
        let put = text
        try await write(id, version, "practice.version", member) { edition in
            guard edition.content.original?.language != put.language else {
                throw WorkspaceError.invalid("language", "practice.versionIsOriginal")
            }
            edition.content.texts.removeAll { $0.language == put.language }
            edition.content.texts.append(put)
        }
    }

    /// Takes a language version out of a draft; never the original.
    package func removeVersion(
        _ id: PracticeID, version: Int, _ language: LanguageTag, by member: Member
    ) async throws(WorkspaceError) {
        try await write(id, version, "practice.version", member) { edition in
            guard edition.content.texts.contains(where: { $0.language == language && !$0.isOriginal }) else {
                throw WorkspaceError.invalid("language", "practice.versionMissing")
            }
            edition.content.texts.removeAll { $0.language == language }
        }
    }

    /// Says that it answers these of the public record.
    package func link(
        _ id: PracticeID, version: Int, _ links: [PracticeLink], by member: Member
    ) async throws(WorkspaceError) {
        guard !links.isEmpty else { throw .invalid("links", "practice.needed") }
        try await write(id, version, "practice.link", member) { edition in
            for link in links where !edition.content.links.contains(where: { $0.kind == link.kind && $0.id == link.id })
            {
                edition.content.links.append(link)
            }
            guard edition.content.links.count <= PracticeLimits.linksMax else {
                throw WorkspaceError.invalid("links", "practice.many")
            }
        }
    }

    package func unlink(
        _ id: PracticeID, version: Int, _ kind: PracticeLink.Kind, _ target: Int64, by member: Member
    ) async throws(WorkspaceError) {
        try await write(id, version, "practice.unlink", member) { edition in
            edition.content.links.removeAll { $0.kind == kind && $0.id == target }
        }
    }

    /// Changes the draft that is worked on, with the history of its fields.
    private func write(
        _ id: PracticeID, _ version: Int, _ action: String, _ member: Member,
        _ alter: @Sendable @escaping (inout PracticeEdition) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        try await store.change(member) { change in
            let work = try Self.find(id, change)
            guard work.edition.status == .draft else { throw WorkspaceError.invalid("status", "practice.notDraft") }
            var edition = work.edition
            try alter(&edition)
            try PracticeChecking.check(edition.content.source, change.workspace, change.connection)
            let known = Set(work.edition.content.links)
            try PracticeLinkRow.check(edition.content.links.filter { !known.contains($0) }, change.connection)
            for (before, after) in zip(work.edition.content.fields, edition.content.fields) {
                change.field(work.practice.subject, before.name, from: before.value, to: after.value)
            }
            try PracticeRow.step(work.practice, version: version, change.connection)
            try EditionRow.update(edition, change.connection)
            change.did(action, work.practice.subject)
        }
    }

    static func find(_ id: PracticeID, _ change: WorkspaceChange) throws -> PracticeInWork {
        guard let practice = try PracticeRow.find(id, change.workspace, change.connection),
            let edition = try EditionRow.find(practice.latest, change.workspace, change.connection)
        else { throw WorkspaceError.notFound }
        return PracticeInWork(practice: practice, edition: edition)
    }
}
