import Agreements
import Assessments
import Clocks
import Consultations
import Cooperation
import CooperationRecords
import Domain
import Drafting
import Locales
import Matches
import Operations
import People
import Plans
import Practices
import Programmes
import PublicFace
import Screening
import Submissions

/// The workspaces of the demonstration: a plan to look at, of the invented State whose last review is still open, partners, and what they
/// do together. The account becomes an administrator of all of them.
struct DemonstrationWorkspaces {
    let record: OpenRecord
    let resources: String
    var settings = Settings()

    private var caller: Caller { UserCommand.caller }

    func make(for account: AccountID) async throws(AccountError) {
        let workspaces = Workspaces(WorkspaceStore(database: record.database, clock: .system))
        let store = workspaces.store
        let clocks = Clocks(store: store, reference: record.reference)
        let plans = Plans(store: store, library: record.library, issues: record.issues, folder: record.folder)
        do {
            let home = try await DemonstrationPlan(
                plans: plans, clocks: clocks, workspaces: workspaces, accounts: record.accounts,
                content: DemonstrationContent(directory: resources + "/demo")
            ).make(StateCode("XAI"), name: "Ithavar", for: account, by: caller)
            let cooperation = Cooperation(
                store: store, library: record.library, issues: record.issues, reference: record.reference)
            let programmes = Programmes(
                store: store, library: record.library,
                codes: try AidCodes(directory: resources + "/reference", reference: record.reference))
            try await DemonstrationCooperation(cooperation, workspaces).make(in: home, for: account, by: caller)
            try await DemonstrationLandscape(
                ProgrammeTaking.open(record, resources: resources), directory: resources + "/demo"
            ).make(by: caller.name)
            try await DemonstrationPractices(Practices(store: store, reference: record.reference), workspaces)
                .make(in: home, by: caller)
            try await DemonstrationMatches(
                Matches(store: store, cooperation: cooperation, reference: record.reference), programmes,
                DemonstrationAssessments(database: record.database, clock: .system)
            ).make(in: home, workspaces, by: caller)
            try await DemonstrationAgreements(
                Agreements(
                    store: store, cooperation: cooperation, programmes: programmes, plans: plans, clocks: clocks,
                    reference: record.reference), workspaces
            ).make(in: home, by: caller)
            try await DemonstrationAssess(
                Assessments(store: store, library: record.library, reference: record.reference), workspaces, record
            ).make(in: home, by: caller)
            try await DemonstrationScreening(
                Screenings(store: store, questions: ScreeningQuestions(directory: resources + "/reference")),
                programmes, workspaces
            ).make(in: home)
            try await accountability(in: home, store, plans, clocks)
            try await submissions(store, workspaces, for: account)
        } catch { throw .store("\(error)") }
    }

    /// Cooperation record, consultations, public page and reports of the State.
    private func accountability(
        in home: Workspace, _ store: WorkspaceStore, _ plans: Plans, _ clocks: Clocks
    ) async throws {
        try await DemonstrationRecords(
            records: StateCooperation(
                store: store, library: record.library, reference: record.reference,
                yardsticks: Yardsticks(directory: resources + "/reference"))
        ).make(in: home, by: caller)
        try await DemonstrationConsultations(
            consultations: Consultations(
                store: store, plans: plans, practices: Practices(store: store, reference: record.reference),
                clocks: clocks)
        ).make(in: home, by: caller)
        try await DemonstrationPublicFace(
            PublicFaces(store: store, library: record.library, reference: record.reference)
        ).make(in: home, by: caller)
        try await DemonstrationDrafts(
            drafting: Drafting(
                store: store, library: record.library, reference: record.reference,
                locales: Locales.load(from: resources + "/locales"),
                resources: resources)
        ).make(in: home, by: caller)
    }

    /// Sealed with the key that the server will vouch with.
    private func submissions(_ store: WorkspaceStore, _ workspaces: Workspaces, for account: AccountID) async throws {
        let audit = try AuditTrail.open(
            database: record.database, folder: record.folder, signingKey: settings.signingKey, clock: .system)
        let house = Submissions.House(
            operator: try settings.declaredOperator, memoryFolder: settings.memoryFolder, signing: audit.signing,
            vouching: { audit.verifying($0) })
        try await DemonstrationSubmissions(
            Submissions(store: store, reference: record.reference, house: house), workspaces
        ).make(for: account, by: caller)
    }
}
