package import Domain
import People
import Store

extension Practices {
    /// Hands the draft in: reviewers of other workspaces read it from now on, and it is not changed any more.
    package func handIn(_ id: PracticeID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await move(id, version, from: [.draft], to: .handedIn, "practice.handIn", member) { work, change in
            try PracticeChecking.complete(work.edition.content)
            try EditionRow.setStatus(
                work.edition.id, change.workspace, .handedIn, handedIn: change.at, change.connection)
        }
    }

    /// Takes an edition back from its reviewers. What they said of it stays with it; another edition can be begun.
    package func takeBack(_ id: PracticeID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await move(
            id, version, from: [.handedIn, .inReview], to: .withdrawn, "practice.takeBack", member
        ) { work, change in
            try EditionRow.setStatus(
                work.edition.id, change.workspace, .withdrawn, decided: change.at, change.connection)
        }
    }

    /// Begins another edition, with all the last one says. What is published stays so until the new one is.
    package func revise(_ id: PracticeID, version: Int, by member: Member) async throws(WorkspaceError) {
        let next = PracticeEditionID(try await takeEdition())
        try await move(
            id, version, from: [.returned, .published, .withdrawn], to: .draft, "practice.revise", member
        ) { work, change in
            guard work.edition.number < PracticeLimits.editionsMax else {
                throw WorkspaceError.invalid("edition", "practice.many")
            }
            var edition = work.edition
            edition.id = next
            edition.number += 1
            edition.status = .draft
            edition.made = change.at
            try EditionRow.insert(edition, change.connection)
            try PracticeRow.begin(edition, change.connection)
            change.field(
                work.practice.subject, "edition", from: "\(work.edition.number)", to: "\(edition.number)")
        }
    }

    /// Takes the published edition from all readers, at once, and says why. Who adopted it keeps the note of it.
    package func withdraw(
        _ id: PracticeID, version: Int, why: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        let why = try PracticeLimits.reasons(why, "why")
        try await store.change(member) { change in
            let work = try Self.find(id, change)
            guard let published = work.practice.publishedEdition else {
                throw WorkspaceError.invalid("status", "practice.notPublished")
            }
            try PracticeRow.step(work.practice, version: version, change.connection)
            try PracticeRow.withdraw(work.practice, why: why, at: change.at, change.connection)
            try EditionRow.setStatus(
                published, change.workspace, .withdrawn, decided: change.at, change.connection)
            try PracticeWordRow.clear(id, change.connection)
            change.field(
                work.practice.subject, "practiceStatus", from: PracticeStatus.published.rawValue,
                to: PracticeStatus.withdrawn.rawValue, why: why)
            change.did("practice.withdraw", work.practice.subject)
        }
    }

    private func move(
        _ id: PracticeID, _ version: Int, from: Set<PracticeStatus>, to: PracticeStatus, _ action: String,
        _ member: Member, _ act: @Sendable @escaping (PracticeInWork, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        try await store.change(member) { change in
            let work = try Self.find(id, change)
            guard from.contains(work.edition.status) else {
                throw WorkspaceError.invalid("status", "practice.notNow")
            }
            try PracticeRow.step(work.practice, version: version, change.connection)
            try act(work, &change)
            change.field(
                work.practice.subject, "practiceStatus", from: work.edition.status.rawValue, to: to.rawValue)
            change.did(action, work.practice.subject)
        }
    }
}
