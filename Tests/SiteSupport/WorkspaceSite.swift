import AgreementWeb
package import Agreements
import ArchiveWeb
package import Archives
import AssessmentWeb
package import Assessments
import Clocks
import ConsultationWeb
package import Consultations
package import Cooperation
import CooperationRecordWeb
package import CooperationRecords
import CooperationWeb
package import Domain
package import Drafting
import DraftingWeb
import Foundation
package import Frame
import Ingest
package import Landscape
import LandscapeWeb
import Locales
import MatchWeb
package import Matches
package import Operations
package import People
import PeopleWeb
import PlanWeb
package import Plans
import PracticeWeb
package import Practices
package import Programmes
package import PublicFace
import PublicFaceWeb
import Reference
import Rounds
import SQLiteDatabase
package import Screening
import ScreeningWeb
import Secrets
import SubmissionWeb
package import Submissions
import WatchWeb
package import Watches
import Web
package import WorkspaceSearch
import WorkspaceSearchWeb

/// The whole program on a throw-away store: two workspaces of invented States, two institutions in each, and in each a person of
/// every role. The record holds some recommendations of the demonstration.
package struct WorkspaceSite: Sendable {
    /// `aldora`, where most tests work.
    package let home: Room
    /// `belmar`, whose people must learn nothing of the other.
    package let foreign: Room
    /// Somebody who is signed in and a member of nothing.
    package let stranger: Person
    package let responder: Responder
    package let routes: [Route]
    package let record: OpenRecord
    package let workspaces: Workspaces
    package let plans: Plans
    package let cooperation: Cooperation
    package let programmes: Programmes
    package let agreements: Agreements
    package let screenings: Screenings
    package let practices: Practices
    package let matches: Matches
    package let landscape: Landscape
    package let assessments: Assessments
    package let cooperationRecords: StateCooperation
    package let submissions: Submissions
    package let consultations: Consultations
    package let watches: Watches
    package let drafting: Drafting
    package let publicFaces: PublicFaces
    package let archives: Archives
    package let search: WorkspaceSearch
    /// Tokens that the API takes, with whom each stands for.
    package let tokens = TokenBook()

    /// One workspace with its people.
    package struct Room: Sendable {
        package let workspace: Workspace
        /// The focal point's.
        package let ministry: Institution
        /// Nobody's here.
        package let agency: Institution
        package let people: [WorkspaceRole: Person]

        package func person(_ role: WorkspaceRole) throws -> Person {
            guard let person = people[role] else { throw WorkspaceError.notFound }
            return person
        }

        /// Who may do everything, for arranging things.
        package var keeper: Member { Member.keeper("cli:tests", of: workspace) }
    }

    /// Made once for all tests that only read, or write what nobody else looks at.
    package static let shared = Task { try await WorkspaceSite() }

    package static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    /// A site of its own. At most `records` of the demonstration's recommendations to the two States are in it.
    package init(records: Int = 60, clock: Clock = Clock { 1_770_000_000_000 }) async throws {
        let resources = Self.root + "/Resources"
        let folder = FileManager.default.temporaryDirectory.path + "/workspace-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let reference = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        record = try await OpenRecord.open(
            database: try SQLiteDriver(path: folder + "/rapporteur.sqlite"), folder: folder, reference: reference,
            clock: .system, randomHex: "0123456789abcdef0123456789abcdef")
        if records > 0 { try await Self.fill(record, resources, records) }
        let store = WorkspaceStore(database: record.database, clock: clock)
        workspaces = Workspaces(store)
        plans = Plans(store: store, library: record.library, issues: record.issues, folder: folder)
        cooperation = Cooperation(
            store: store, library: record.library, issues: record.issues, reference: reference)
        programmes = Programmes(
            store: store, library: record.library,
            codes: try AidCodes(directory: resources + "/reference", reference: reference))
        let clocks = Clocks(store: store, reference: reference)
        agreements = Agreements(
            store: store, cooperation: cooperation, programmes: programmes, plans: plans, clocks: clocks,
            reference: reference)
        screenings = Screenings(
            store: store, questions: try ScreeningQuestions(directory: resources + "/reference"))
        practices = Practices(store: store, reference: reference)
        matches = Matches(store: store, cooperation: cooperation, reference: reference)
        landscape = Landscape(store: store, library: record.library, issues: record.issues, reference: reference)
        let locales = try Locales.load(from: resources + "/locales")
        assessments = Assessments(
            store: store, library: record.library, reference: reference,
            signer: PackageSigner(
                keyPath: folder + "/installation.key", name: "Test installation", operatorKind: .civilSociety,
                address: "https://example.org"))
        cooperationRecords = StateCooperation(
            store: store, library: record.library, reference: reference,
            yardsticks: try Yardsticks(directory: resources + "/reference"))
        consultations = Consultations(store: store, plans: plans, practices: practices, clocks: clocks)
        watches = Watches(
            store: store, library: record.library, reference: reference, locales: locales, folder: folder,
            assessments: assessments, facts: cooperationRecords, consultations: consultations)
        drafting = try Drafting(
            store: store, library: record.library, reference: reference, locales: locales, resources: resources)
        publicFaces = PublicFaces(store: store, library: record.library, reference: reference)
        archives = Archives(
            store: store, folder: record.folder, programmes: programmes, cooperation: cooperation, practices: practices,
            beside: WorkspaceTables.all(publicFaces, assessments, cooperationRecords, consultations))
        search = WorkspaceSearch(store: store)
        let audit = try AuditTrail.open(database: record.database, folder: folder, clock: clock)
        submissions = Submissions(
            store: store, reference: reference,
            house: .init(
                operator: Operator(kind: .civilSociety, name: "Harbour Watch of Aldora"), signing: audit.signing,
                vouching: { audit.verifying($0) }),
            cost: PasswordHash.Cost(logN: 10, blockSize: 8, parallelism: 1), formGuard: FormGuard(ageMinSeconds: 0))
        let histories = Histories(
            store,
            owners: plans.historyOwners
                + Rounds.historyOwners
                + clocks.historyOwners
                + programmes.historyOwners
                + practices.historyOwners
                + matches.historyOwners
                + agreements.historyOwners
                + screenings.historyOwners
                + assessments.historyOwners
                + cooperationRecords.historyOwners
                + submissions.historyOwners
                + consultations.historyOwners
                + drafting.historyOwners
                + publicFaces.historyOwners)
        routes =
            SiteRoutes.all(languages: locales.all.map(\.tag)) + PeopleRoutes.all(workspaces, audit, histories)
            + PlanRoutes.all(plans, clocks)
            + CooperationRoutes.all(
                cooperation, plans, programmes, beside: [ScreeningRoutes.beside(.programme, screenings)])
            + AgreementRoutes.all(agreements, beside: [ScreeningRoutes.beside(.agreement, screenings)])
            + ScreeningRoutes.all(screenings) + PracticeRoutes.all(practices)
            + LandscapeRoutes.all(landscape) + MatchRoutes.all(matches)
            + AssessmentRoutes.all(assessments)
            + CooperationRecordRoutes.all(cooperationRecords)
            + SubmissionRoutes.all(submissions, publish: SubmissionRoutes.publishing(assessments))
            + ConsultationRoutes.all(consultations)
            + WatchRoutes.all(watches)
            + DraftingRoutes.all(drafting)
            + PublicFaceRoutes.all(publicFaces)
            + ArchiveRoutes.all(archives)
            + WorkspaceSearchRoutes.all(search)
        responder = Responder(
            site: Site(
                library: record.library, accounts: record.accounts, desk: record.desk, issues: record.issues,
                locales: locales, names: Names(reference), assets: try Assets.load(from: resources + "/assets"),
                workspaces: workspaces, clock: clock, authenticating: tokens.bearer,
                recordMentions: PlanRoutes.recordMentions(plans),
                recordAsides: [
                    PracticeRoutes.recordAsides(practices),
                    AssessmentRoutes.recordAsides(assessments),
                    CooperationRecordRoutes.recordAsides(cooperationRecords),
                    ConsultationRoutes.recordAsides(consultations),
                    PublicFaceRoutes.recordAsides(publicFaces),
                    Citing.asides(watches),
                ],
                deskAsides: [SubmissionRoutes.deskAsides(submissions)]
            ),
            routes: routes,
            schemas: SiteRoutes.schemas + PeopleRoutes.schemas + PlanRoutes.schemas
                + CooperationRoutes.schemas + AgreementRoutes.schemas + ScreeningRoutes.schemas
                + PracticeRoutes.schemas + LandscapeRoutes.schemas + MatchRoutes.schemas
                + AssessmentRoutes.schemas + CooperationRecordRoutes.schemas + SubmissionRoutes.schemas
                + ConsultationRoutes.schemas + WatchRoutes.schemas + DraftingRoutes.schemas + PublicFaceRoutes.schemas
                + ArchiveRoutes.schemas + WorkspaceSearchRoutes.schemas,
            signIn: SiteRoutes.signIn)
        home = try await Self.room("aldora", "Aldora", "XAA", record, workspaces)
        foreign = try await Self.room("belmar", "Belmar", "XAB", record, workspaces)
        stranger = try await Person(named: "stranger", record.accounts)
    }

    private static func fill(_ record: OpenRecord, _ resources: String, _ records: Int) async throws {
        var drafts: [RecommendationDraft] = []
        for batch in try Demonstration(resources: resources + "/demo").drafts() where drafts.count < records {
            for draft in batch where ["XAA", "XAB"].contains(draft.states.first?.rawValue ?? "") {
                drafts.append(draft)
            }
        }
        let source = Batches(batches: [Array(drafts.prefix(records))])
        let order = Importing.Order(file: "demonstration", format: "demo", source: .demonstration, actor: "tests")
        _ = try await Importing(database: record.database, clock: .system).run(order, open: { source })
        _ = try await record.feed.catchUp()
    }

    private static func room(
        _ slug: String, _ name: String, _ state: String, _ record: OpenRecord, _ workspaces: Workspaces
    ) async throws -> Room {
        let workspace = try await workspaces.add(
            slug: slug, name: name, state: StateCode(state), language: .english, timeZone: "UTC",
            by: .commandLine("tests"))
        let keeper = Member.keeper("cli:tests", of: workspace)
        let institutions = Institutions(workspaces.store)
        let ministry = try await institutions.add(
            "Ministry of Justice", kind: .ministry, abbreviation: "MoJ", by: keeper)
        let agency = try await institutions.add("Harbour Agency", kind: .agency, abbreviation: "HA", by: keeper)
        var people: [WorkspaceRole: Person] = [:]
        for role in WorkspaceRole.allCases {
            var person = try await Person(named: "\(slug) \(role.rawValue)", record.accounts)
            try await workspaces.put(
                person.account.id, role, role.needsInstitution ? ministry.id : nil, by: keeper)
            person.member = try await workspaces.member(person.account, in: slug)
            people[role] = person
        }
        return Room(workspace: workspace, ministry: ministry, agency: agency, people: people)
    }
}

/// Drafts held in memory as a source.
private struct Batches: DraftSource {
    var batches: ArraySlice<[RecommendationDraft]>
    var rows = 0

    init(batches: ArraySlice<[RecommendationDraft]>) { self.batches = batches }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard let drafts = batches.popFirst() else { return nil }
        rows += drafts.count
        return DraftBatch(drafts: drafts, rowsRead: rows)
    }
}
