import Domain
import Foundation
import Operations
import People
import PlanSupport
import Secrets
import Store
import Synchronization

@testable import Submissions

/// A workspace with a national institution and an organisation of civil society, two people of each kind, and another workspace.
struct SubmissionFixture {
    final class Time: Sendable {
        let now = Mutex<Int64>(1_770_000_000_000)
        var clock: Domain.Clock { Domain.Clock { self.now.withLock { $0 } } }
        func pass(hours: Int64) { now.withLock { $0 += hours * 3_600_000 } }
    }

    static let cheap = PasswordHash.Cost(logN: 10, blockSize: 8, parallelism: 1)
    static let phrase = "seven herons cross the quiet bay"

    let time = Time()
    let database: any Database
    let submissions: Submissions
    let keeper: Member
    let ana: Member
    let bela: Member
    let other: Member
    let institution: Institution
    let union: Institution
    /// Runs the installation, and belongs to no workspace.
    let warden: Account

    init(_ database: any Database, kind: Operator.Kind? = .civilSociety) async throws {
        self.database = database
        let store = WorkspaceStore(database: database, clock: time.clock)
        let signing = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
        submissions = Submissions(
            store: store, reference: try await PlanFixture.reference.value,
            house: .init(
                operator: kind.map { Operator(kind: $0, name: "Harbour Watch") }, signing: signing,
                vouching: { $0 == signing.verifying.id ? signing.verifying : nil }, witness: "witness@outside.example"),
            cost: Self.cheap, formGuard: FormGuard(ageMinSeconds: 0))
        let workspaces = Workspaces(store)
        let accounts = Accounts(database: database, clock: time.clock)
        func workspace(_ slug: String, _ state: String) async throws -> Member {
            Member.keeper(
                "cli:tests",
                of: try await workspaces.add(
                    slug: slug, name: slug, state: StateCode(state), language: .english, timeZone: "UTC",
                    by: .commandLine("tests")))
        }
        func person(_ name: String, _ institution: Institution, _ keeper: Member) async throws -> Member {
            let account = try await accounts.add(name, .none, by: .system).account
            try await workspaces.put(account.id, .contributor, institution.id, by: keeper)
            return try await workspaces.member(account, in: keeper.workspace.slug)
        }
        keeper = try await workspace("aldora", "XAA")
        let foreign = try await workspace("belmar", "XAB")
        let institutions = Institutions(store)
        institution = try await institutions.add(
            "Human Rights Commission", kind: .humanRightsInstitution, abbreviation: nil, by: keeper)
        union = try await institutions.add("Harbour Watch", kind: .civilSociety, abbreviation: nil, by: keeper)
        let away = try await institutions.add("Belmar Watch", kind: .civilSociety, abbreviation: nil, by: foreign)
        ana = try await person("ana", institution, keeper)
        bela = try await person("bela", union, keeper)
        other = try await person("other", away, foreign)
        warden = try await accounts.add("warden", .coordinator, by: .system).account
    }

    func draft(_ text: String = "The night school was closed in March.") -> SubmissionDraft {
        var draft = SubmissionDraft()
        draft.recipients = [institution.id]
        draft.text = text
        draft.consent = .text
        draft.understands = true
        return draft
    }

    /// With a key of ana's that stands and is unlocked in session 1.
    func withKey() async throws -> DeskReader {
        let key = try await standingKey(ana)
        let reader = DeskReader(ana, session: 1)
        try await submissions.unlock(reader, key: key.id, phrase: Self.phrase)
        return reader
    }

    /// A key that its institution publishes and that was compared.
    @discardableResult
    func standingKey(_ member: Member, phrase: String = Self.phrase) async throws -> RecipientKey {
        let key = try await submissions.makeKey(phrase: phrase, by: member)
        try await publishesFingerprints(member)
        guard submissions.availability == .open, let institution = member.institution else { return key }
        try await submissions.admit(institution, fingerprint: key.fingerprint, by: warden)
        return key
    }

    func publishesFingerprints(_ member: Member) async throws {
        var settings = try await submissions.settings(member)
        settings?.fingerprintAddress = "https://own.example/key"
        if let settings { try await submissions.set(settings, by: member) }
    }

    func count(_ sql: String) async throws -> Int { try await database.read { try $0.count(sql) } }
}
