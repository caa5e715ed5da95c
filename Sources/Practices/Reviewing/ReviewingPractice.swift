package import Domain
import People
import Store

extension Practices {
    /// What waits for reviewers and is of other workspaces, the longest waiting first.
    package func waiting(_ member: Member) async throws(WorkspaceError) -> [WaitingForReview] {
        try member.require(.moderatePractices)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let practices = try OutsideRow.all(
                from: OutsideRow.waiting, where: "p.workspace_id <> $1", [.int(workspace.value)],
                order: "e.handed_in, e.id", limit: PracticeLimits.listMax, connection)
            var all: [WaitingForReview] = []
            for practice in practices {
                guard let text = practice.content.original else { continue }
                let subject = Subject(.practice, practice.id.value)
                all.append(
                    WaitingForReview(
                        subject: subject, edition: practice.number, title: text.title, language: text.language,
                        shelf: practice.content.shelf, status: practice.status, handedIn: practice.handedIn ?? "",
                        author: practice.author,
                        own: try ReviewRow.own(
                            of: subject, edition: practice.number, by: workspace, connection)))
            }
            all += try EmergingOutsideRow.waiting(for: workspace, connection)
            return all.sorted { ($0.handedIn, $0.subject.id) < ($1.handedIn, $1.subject.id) }
        }
    }

    /// What the workspace has said of others' practices and emerging issues, the latest first.
    package func reviews(_ member: Member) async throws(WorkspaceError) -> [PracticeReview] {
        try member.require(.moderatePractices)
        let workspace = member.workspace.id
        return try await store.read { try ReviewRow.all(by: workspace, $0) }
    }

    /// A practice that waits, as its reviewers read it, with what was said of it as far as the workspace may know.
    package func waiting(
        _ id: PracticeID, _ member: Member
    ) async throws(WorkspaceError) -> (practice: OutsidePractice, reviews: [PracticeReview]) {
        try member.require(.moderatePractices)
        let workspace = member.workspace.id
        let found = try await store.read { connection -> (OutsidePractice, [PracticeReview])? in
            guard
                let practice = try OutsideRow.all(
                    from: OutsideRow.waiting, where: "p.id = $1 AND p.workspace_id <> $2",
                    [.int(id.value), .int(workspace.value)], limit: 1, connection
                ).first
            else { return nil }
            return (
                practice,
                try ReviewRow.seen(
                    of: Subject(.practice, id.value), edition: practice.number, by: workspace, connection)
            )
        }
        guard let found else { throw .notFound }
        return (found.0, found.1)
    }

    /// Takes a practice up for review: its author sees that it is being read.
    package func takeUp(_ id: PracticeID, by member: Member) async throws(WorkspaceError) {
        let review = PracticeReviewID(try await takeReview(member))
        try await store.change(member) { change in
            let work = try Self.waiting(id, change)
            try PracticeRow.step(work.practice, version: work.practice.version, change.connection)
            try change.takeUp(review, work.practice.subject, work.edition.number, work.practice.workspace)
            try EditionRow.setStatus(work.edition.id, work.practice.workspace, .inReview, change.connection)
        }
    }

    /// Says what the workspace thinks, with reasons. One that sends it back is enough for that; with the second workspace that would
    /// publish it, the edition is published, and no other.
    package func review(
        _ id: PracticeID, edition: Int, _ verdict: PracticeReview.Verdict, reasons: String, language: LanguageTag,
        by member: Member
    ) async throws(WorkspaceError) {
        let review = PracticeReviewID(try await takeReview(member))
        let reasons = try PracticeLimits.reasons(reasons, "reasons")
        let language = try PracticeLimits.language(language, reference)
        try await store.change(member) { change in
            let work = try Self.waiting(id, change)
            let (practice, subject) = (work.practice, work.practice.subject)
            guard work.edition.number == edition else {
                throw WorkspaceError.stale(subject, version: practice.version)
            }
            // Holds the practice, so that of two reviewers at once the second counts the first.
            try PracticeRow.step(practice, version: practice.version, change.connection)
            try change.say(review, subject, edition, practice.workspace, verdict, reasons, language)
            let before = work.edition.status.rawValue
            if verdict == .sendBack {
                change.field(
                    subject, "practiceStatus", from: before, to: PracticeStatus.returned.rawValue, why: reasons)
                try EditionRow.setStatus(
                    work.edition.id, practice.workspace, .returned, decided: change.at, change.connection)
                return
            }
            let count = try ReviewRow.publishing(subject, edition: edition, change.connection)
            guard count >= PracticeLimits.reviewersMin else {
                return try EditionRow.setStatus(work.edition.id, practice.workspace, .inReview, change.connection)
            }
            if let old = practice.publishedEdition {
                try EditionRow.setStatus(old, practice.workspace, .replaced, change.connection)
            }
            try EditionRow.setStatus(
                work.edition.id, practice.workspace, .published, decided: change.at, change.connection)
            try PracticeRow.publish(work.edition, at: change.at, change.connection)
            try PracticeWordRow.replace(work.edition, change.connection)
            change.field(subject, "practiceStatus", from: before, to: PracticeStatus.published.rawValue)
            change.did("practice.publish", subject)
        }
    }

    func takeReview(_ member: Member) async throws(WorkspaceError) -> Int64 {
        try member.require(.moderatePractices)
        do throws(StoreError) { return try await store.ids.take("practice-review", 1).lowerBound } catch {
            throw WorkspaceError(error)
        }
    }

    /// The practice with the edition that waits; only its own workspace has more than reading to do with any other.
    private static func waiting(_ id: PracticeID, _ change: WorkspaceChange) throws -> PracticeInWork {
        guard
            let author = try change.connection.first(
                """
                SELECT p.workspace_id FROM \(OutsideRow.waiting) WHERE p.id = $1
                """, [.int(id.value)], { WorkspaceID(try $0.int(0)) })
        else { throw WorkspaceError.notFound }
        try change.refuseOwn(author)
        guard let practice = try PracticeRow.find(id, author, change.connection),
            let edition = try EditionRow.find(practice.latest, author, change.connection)
        else { throw WorkspaceError.notFound }
        return PracticeInWork(practice: practice, edition: edition)
    }
}

extension WorkspaceChange {
    /// No workspace reviews its own, and nobody reviews for another workspace what is of one of hers.
    func refuseOwn(_ author: WorkspaceID) throws {
        if try author == workspace || ReviewRow.isMember(member.account, of: author, connection) {
            throw WorkspaceError.invalid("review", "practice.ownReview")
        }
    }

    mutating func takeUp(
        _ id: PracticeReviewID, _ subject: Subject, _ edition: Int, _ author: WorkspaceID
    ) throws {
        if try ReviewRow.own(of: subject, edition: edition, by: workspace, connection) != nil { return }
        try ReviewRow.insert(
            PracticeReview(
                id: id, subject: subject, edition: edition, author: author, workspace: workspace, verdict: nil,
                reasons: "", language: member.workspace.language, reviewer: member.name, taken: at, said: nil,
                version: 1, reviewers: ""), connection)
        did("practice.takeUp", subject)
    }

    /// Says it for a workspace, once. Nobody speaks for two of hers: another person of the second may.
    mutating func say(
        _ id: PracticeReviewID, _ subject: Subject, _ edition: Int, _ author: WorkspaceID,
        _ verdict: PracticeReview.Verdict, _ reasons: String, _ language: LanguageTag
    ) throws {
        if try ReviewRow.hasSpokenElsewhere(
            member.account, than: workspace, on: subject, edition: edition, connection)
        {
            throw WorkspaceError.invalid("review", "practice.reviewedElsewhere")
        }
        try takeUp(id, subject, edition, author)
        guard let review = try ReviewRow.own(of: subject, edition: edition, by: workspace, connection),
            try ReviewRow.say(review, verdict, reasons, language, by: member.name, at: at, connection)
        else { throw WorkspaceError.invalid("review", "practice.saidAlready") }
        // In its author's history the reviewing workspace stands, and no person of it.
        share(subject, with: [author])
        did("practice.review", subject, detail: "{\"verdict\":\"\(verdict.rawValue)\"}")
    }
}
