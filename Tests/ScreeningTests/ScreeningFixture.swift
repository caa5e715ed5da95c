import Domain
import Foundation
import Operations
import People
import Store
import Synchronization

@testable import Screening

/// A State's mechanism and two partners, with programmes of one partner, on one database and at a time that tests choose.
struct ScreeningFixture {
    static let questions: Result<ScreeningQuestions, ScreeningQuestionsError> = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        do throws(ScreeningQuestionsError) {
            return .success(try ScreeningQuestions(directory: root + "/Resources/reference"))
        } catch { return .failure(error) }
    }()

    final class Time: Sendable {
        let now = Mutex<Int64>(1_770_000_000_000)
        func wait(days: Int64) { now.withLock { $0 += days * 86_400_000 } }
    }

    let time: Time
    let store: WorkspaceStore
    let workspaces: Workspaces
    let accounts: Accounts
    let screenings: Screenings
    let aldora: Member
    let lanterns: Member
    let harbour: Member
    /// Public, of the lanterns.
    let programme = ScreenedSubject(.programme, 1)
    /// A draft of the lanterns.
    let draft = ScreenedSubject(.programme, 2)

    init(_ database: any Database) async throws {
        let time = Time()
        self.time = time
        let clock = Clock { time.now.withLock { $0 } }
        store = WorkspaceStore(database: database, clock: clock)
        workspaces = Workspaces(store)
        accounts = Accounts(database: database, clock: clock)
        screenings = Screenings(store: store, questions: try Self.questions.get())
        let state = try await workspaces.add(
            slug: "aldora", name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
            by: .commandLine("tests"))
        aldora = Member.keeper("Ana Novak", of: state)
        var partners: [Member] = []
        for name in ["Lanterns", "Harbour"] {
            partners.append(
                Member.keeper(
                    "Ben Moor",
                    of: try await workspaces.addPartner(
                        slug: name.lowercased(), name: name, actor: .foundation, state: nil, region: nil,
                        language: .english, timeZone: "UTC", by: .commandLine("tests"))))
        }
        (lanterns, harbour) = (partners[0], partners[1])
        let keeper = lanterns.workspace.id
        try await database.write { connection in
            for (id, title, isPublic) in [(1, "Courts in the districts", true), (2, "Not yet said", false)] {
                try connection.execute(
                    """
                    INSERT INTO programme (id, workspace_id, identifier, title, reporter_ref, reporter_name, status,
                        updated, digest, lacking, public, withdrawn, origin, source, made, changed, linked, version)
                    VALUES ($1, $2, $3, $4, 'XI-1', 'Lanterns', '2', '', '', '', $5, 0, 'made', 'tests', $6, $6, 1, 1)
                    """,
                    [
                        .int(Int64(id)), .int(keeper.value), .text("XI-1-\(id)"), .text(title), .flag(isPublic),
                        .text("2026-01-31T09:30:00.000Z"),
                    ])
            }
        }
    }

    /// Somebody who is asked to contribute, as a member of the State's workspace.
    func contributor(_ name: String = "Rivers Watch") async throws -> Member {
        let account = try await accounts.add(name, .none, by: .system).account
        try await workspaces.put(account.id, .contributor, nil, by: aldora)
        return try await workspaces.member(account, in: "aldora")
    }

    /// A screening of the public programme by the lanterns and the State, with a start.
    func shared() async throws -> (id: ScreeningID, start: MomentID) {
        let id = try await screenings.open(programme, by: lanterns)
        try await screenings.ask(aldora.workspace.id, into: id, by: lanterns)
        try await screenings.answer(id, takesPart: true, version: 1, by: aldora)
        return (id, try await screenings.add(.start, on: CalendarDate("2026-02-10"), note: "", to: id, by: lanterns))
    }

    /// Writes and hands in one answer.
    func say(
        _ reply: ScreeningReply, to question: String = "core-minimum", because reason: String = "As far as we know.",
        at moment: MomentID, by member: Member
    ) async throws {
        let sheet = try await screenings.sheet(moment, member)
        let section = String(question.prefix { $0 != "-" })
        try await screenings.save(
            [AnswerDraft(question: question, reply: reply, reason: reason)], in: section,
            version: sheet.versions[section] ?? 0, of: moment, by: member)
        try await screenings.handIn(moment, by: member)
    }

    /// What an error of a workspace is; nil where nothing was thrown.
    static func failure(_ body: () async throws -> Void) async throws -> WorkspaceError? {
        do {
            try await body()
            return nil
        } catch let error as WorkspaceError { return error }
    }
}
