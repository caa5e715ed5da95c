import AgreementWeb
import Agreements
import ArchiveWeb
import Archives
import ArgumentParser
import AssessmentWeb
import Assessments
import Clocks
import Commands
import Configuration
import ConsultationWeb
import Consultations
import Cooperation
import CooperationRecordWeb
import CooperationRecords
import CooperationWeb
import Domain
import Drafting
import DraftingWeb
import FoundationEssentials
import Frame
import Landscape
import LandscapeWeb
import Locales
import Logging
import MatchWeb
import Matches
import Operations
import People
import PeopleWeb
import PlanWeb
import Plans
import PostgresDatabase
import PracticeWeb
import Practices
import Programmes
import Programs
import PublicFace
import PublicFaceWeb
import Reference
import Rounds
import SQLiteDatabase
import Screening
import ScreeningWeb
import ServiceLifecycle
import Store
import SubmissionWeb
import Submissions
import SystemPackage
import UnixSignals
import WatchWeb
import Watches
import Web
import WorkspaceSearch
import WorkspaceSearchWeb

/// Reads the configuration and wires the parts; everything else lives in the rooms.
@main
struct Program {
    static func main() async {
        let environment = CommandEnvironment(
            settings: settings, database: database, open: open, serve: serve, archive: archive)
        await CommandEnvironment.$current.withValue(environment) { await RapporteurCommand.start() }
    }

    /// Environment over file over defaults.
    @Sendable private static func settings() async throws -> Settings {
        let path = ProcessInfo.processInfo.environment["RAPPORTEUR_CONFIG"] ?? "rapporteur.yaml"
        let file = try await FileProvider<YAMLSnapshot>(filePath: FilePath(path), allowMissing: true)
        let config = ConfigReader(providers: [EnvironmentVariablesProvider().prefixKeys(with: "rapporteur"), file])
        var settings = Settings()
        settings.data = config.string(forKey: "data", default: settings.data)
        settings.database = config.string(forKey: "database")
        settings.host = config.string(forKey: "host", default: settings.host)
        settings.port = config.int(forKey: "port", default: settings.port)
        settings.publicAddress = config.string(forKey: "public-address")
        settings.resources = config.string(forKey: "resources")
        settings.dataLicence = config.string(forKey: "data-licence")
        settings.oidcIssuer = config.string(forKey: "oidc-issuer")
        settings.oidcClientID = config.string(forKey: "oidc-client-id")
        settings.oidcClientSecret = config.string(forKey: "oidc-client-secret", isSecret: true)
        settings.oidcName = config.string(forKey: "oidc-name", default: settings.oidcName)
        settings.logLevel = config.string(forKey: "log-level", default: settings.logLevel)
        settings.operatorKind = config.string(forKey: "operator")
        settings.operatorName = config.string(forKey: "operator-name")
        settings.independentAddress = config.string(forKey: "independent-address")
        settings.signingKey = config.string(forKey: "signing-key")
        settings.witness = config.string(forKey: "witness")
        settings.memoryFolder = config.string(forKey: "memory-folder", default: settings.memoryFolder)
        settings.smtp.url = config.string(forKey: "smtp-url")
        settings.smtp.from = config.string(forKey: "smtp-from")
        settings.smtp.user = config.string(forKey: "smtp-user")
        settings.smtp.password = config.string(forKey: "smtp-password", isSecret: true)
        settings.smtp.starttls = config.string(forKey: "smtp-starttls")
        settings.smtp.certificates = config.string(forKey: "smtp-certificates")
        return settings
    }

    @Sendable private static func database(_ settings: Settings) throws -> any Database {
        if let address = settings.database { return PostgresDriver(address: address) }
        return try SQLiteDriver(path: settings.data + "/rapporteur.sqlite")
    }

    @Sendable private static func archive(_ settings: Settings) throws -> ArchiveImport {
        ArchiveImport(database: try database(settings), folder: settings.data, clock: .system)
    }

    @Sendable private static func open(_ settings: Settings, _ resources: String) async throws -> OpenRecord {
        let database = try database(settings)
        return try await OpenRecord.open(
            database: database, folder: settings.data,
            reference: try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
                .replacingMatchWeights(from: settings.data),
            clock: .system,
            randomHex: randomHex())
    }

    private static func randomHex() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in
            let byte = UInt8.random(in: 0...255, using: &generator)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    @Sendable private static func serve(
        _ settings: Settings, _ record: OpenRecord, _ onRunning: @escaping @Sendable (String) async -> Void
    ) async throws {
        let level = Logger.Level(rawValue: settings.logLevel) ?? .info
        LoggingSystem.bootstrap { label in JSONLogHandler(label: label, logLevel: level) }
        let logger = Logger(label: "rapporteur")
        if let reason = record.rebuilding, !record.feed.hasCaughtUp {
            logger.notice("The index is built again from the change log", metadata: ["reason": "\(reason)"])
        }
        for fault in record.reference.synonyms.faults {
            logger.warning("A line of synonyms cannot be read", metadata: ["reason": "\(fault.description)"])
        }
        await tellOfPrograms(logger)
        let resources = try ResourceFolder.find(settings.resources)
        let locales = try Locales.load(from: resources + "/locales")
        let outside = try outsideSignIn(settings, record.accounts)
        let tokens = APITokens(record.accounts)
        let workspaces = Workspaces(WorkspaceStore(database: record.database, clock: .system))
        let plans = Plans(
            store: workspaces.store, library: record.library, issues: record.issues, folder: record.folder)
        let clocks = Clocks(store: workspaces.store, reference: record.reference)
        let cooperation = Cooperation(
            store: workspaces.store, library: record.library, issues: record.issues, reference: record.reference)
        let programmes = Programmes(
            store: workspaces.store, library: record.library,
            codes: try AidCodes(directory: resources + "/reference", reference: record.reference))
        let agreements = Agreements(
            store: workspaces.store, cooperation: cooperation, programmes: programmes, plans: plans, clocks: clocks,
            reference: record.reference)
        let screenings = Screenings(
            store: workspaces.store, questions: try ScreeningQuestions(directory: resources + "/reference"))
        let practices = Practices(store: workspaces.store, reference: record.reference)
        let matches = Matches(store: workspaces.store, cooperation: cooperation, reference: record.reference)
        let landscape = Landscape(
            store: workspaces.store, library: record.library, issues: record.issues, reference: record.reference)
        let assessments = Assessments(
            store: workspaces.store, library: record.library, reference: record.reference,
            signer: try .configured(settings, record.folder))
        let cooperationRecords = StateCooperation(
            store: workspaces.store, library: record.library, reference: record.reference,
            yardsticks: try Yardsticks(directory: resources + "/reference"))
        let consultations = Consultations(
            store: workspaces.store, plans: plans, practices: practices, clocks: clocks)
        let watches = Watches(
            store: workspaces.store, library: record.library, reference: record.reference, locales: locales,
            folder: record.folder, assessments: assessments, facts: cooperationRecords, consultations: consultations)
        let drafting = try Drafting(
            store: workspaces.store, library: record.library, reference: record.reference, locales: locales,
            resources: resources)
        let publicFaces = PublicFaces(store: workspaces.store, library: record.library, reference: record.reference)
        let archives = Archives(
            store: workspaces.store, folder: record.folder, programmes: programmes, cooperation: cooperation,
            practices: practices,
            beside: WorkspaceTables.all(publicFaces, assessments, cooperationRecords, consultations),
            licence: settings.dataLicence, signingKey: settings.signingKey)
        let audit = try AuditTrail.open(
            database: record.database, folder: record.folder, signingKey: settings.signingKey, clock: .system)
        let submissions = Submissions(
            store: workspaces.store, reference: record.reference, house: try await house(settings, audit, logger))
        await tellOfRecipients(submissions, logger)
        let search = WorkspaceSearch(store: workspaces.store)
        let histories = Histories(
            workspaces.store,
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
        let server = try WebServer(
            library: record.library, accounts: record.accounts, desk: record.desk, issues: record.issues,
            locales: locales,
            reference: record.reference,
            assetsDirectory: resources + "/assets", workspaces: workspaces,
            authenticating: { token throws(WebError) in try await Bearer.holding(token, tokens) }, outside: outside,
            recordMentions: PlanRoutes.recordMentions(plans),
            recordAsides: [
                PracticeRoutes.recordAsides(practices),
                AssessmentRoutes.recordAsides(assessments),
                CooperationRecordRoutes.recordAsides(cooperationRecords),
                ConsultationRoutes.recordAsides(consultations),
                PublicFaceRoutes.recordAsides(publicFaces),
                Citing.asides(watches),
            ],
            deskAsides: [SubmissionRoutes.deskAsides(submissions)],
            gauges: Watching.gauges(settings, record),
            configuration: .init(host: settings.host, port: settings.port, publicAddress: settings.publicAddress),
            logger: logger,
            tags: Tags(
                library: record.library,
                advice: TagAdvice(data: record.folder, resources: resources, logger: logger)),
            routes: SiteRoutes.all(languages: locales.all.map(\.tag)) + PeopleRoutes.all(workspaces, audit, histories)
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
                + WorkspaceSearchRoutes.all(search),
            schemas: SiteRoutes.schemas + PeopleRoutes.schemas + PlanRoutes.schemas + CooperationRoutes.schemas
                + AgreementRoutes.schemas + ScreeningRoutes.schemas + PracticeRoutes.schemas + LandscapeRoutes.schemas
                + MatchRoutes.schemas
                + AssessmentRoutes.schemas + CooperationRecordRoutes.schemas + SubmissionRoutes.schemas
                + ConsultationRoutes.schemas + WatchRoutes.schemas + DraftingRoutes.schemas + PublicFaceRoutes.schemas
                + ArchiveRoutes.schemas + WorkspaceSearchRoutes.schemas,
            signIn: SiteRoutes.signIn
        ) { port in await onRunning("http://\(settings.host):\(port)") }
        let background = try await Background.services(settings, record, audit, locales, resources, logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: FeedService(record: record, logger: logger)),
                    .init(service: ReadingService(desk: record.desk, isAlone: record.ownsCorpus, logger: logger)),
                    .init(service: IssueService(issues: record.issues, logger: logger)),
                    .init(service: WatchService(watches: watches, logger: logger)),
                    .init(service: ProgrammeService(programmes: programmes, logger: logger)),
                    .init(service: SubmissionService(submissions: submissions, trail: audit, logger: logger)),
                    .init(
                        service: ClockService(
                            clocks: clocks, locales: locales, logger: logger)),
                ] + background + [.init(service: server)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        await record.database.close()
    }

    /// Signing in at a provider, where one is configured: then wholly, or the program does not start.
    private static func outsideSignIn(_ settings: Settings, _ accounts: Accounts) throws -> OutsideSignIn? {
        guard let issuer = settings.oidcIssuer else { return nil }
        guard let client = settings.oidcClientID, let secret = settings.oidcClientSecret,
            let address = settings.publicAddress
        else { throw SettingsFault("oidc-issuer needs oidc-client-id, oidc-client-secret and public-address.") }
        let configuration = OutsideSignIn.Configuration(
            issuer: issuer, clientID: client, clientSecret: secret, name: settings.oidcName, publicAddress: address)
        guard let outside = OutsideSignIn(configuration, accounts) else {
            throw SettingsFault("oidc-issuer has to be an address with https.")
        }
        return outside
    }

    /// What protected submissions stand on; where plaintext could leave memory, they are off, and the log says why.
    private static func house(
        _ settings: Settings, _ audit: AuditTrail, _ logger: Logger
    ) async throws -> Submissions.House {
        let declared = try settings.declaredOperator
        var faults = MemoryFolder.faults(settings.memoryFolder)
        if !CoreDumps.forbid() { faults.append(.dumps) }
        if let declared, declared.kind != .government {
            for fault in faults {
                logger.warning("Protected submissions are off", metadata: ["reason": "\(fault.sentence)"])
            }
        }
        let canShutIn = await ProgramRunner.canShutIn
        if !canShutIn {
            logger.warning(
                "Protected submissions take no files: programs cannot be kept from the rest of the file system",
                metadata: ["package": "bubblewrap"])
        }
        return Submissions.House(
            operator: declared, faults: faults, memoryFolder: settings.memoryFolder, signing: audit.signing,
            vouching: { audit.verifying($0) }, witness: settings.witness, canShutIn: canShutIn)
    }

    /// Recipients that take nothing until somebody compares their keys: after an upgrade that can be all of them.
    private static func tellOfRecipients(_ submissions: Submissions, _ logger: Logger) async {
        guard submissions.availability == .open, let recipients = try? await submissions.recipients() else { return }
        let waiting = recipients.count { $0.standing.waits }
        guard waiting > 0 else { return }
        logger.warning(
            "Recipients of protected submissions take nothing until their keys are compared at /desk/recipients",
            metadata: ["waiting": "\(waiting)", "receiving": "\(recipients.count { $0.standing == .open })"])
    }

    /// What the system lacks for reading documents.
    private static func tellOfPrograms(_ logger: Logger) async {
        let isolation = await ProgramRunner.isolation
        logger.log(level: isolation == .full ? .info : .warning, "\(isolation.sentence)")
        let runner = ProgramRunner()
        for program in [OutsideProgram.pdfToText, .pandoc, .mat2] where !runner.isInstalled(program) {
            logger.warning(
                "A program that reads documents is not installed",
                metadata: ["program": "\(program.name)", "package": "\(program.package)"])
        }
    }
}

/// Keys of the configuration that do not fit together.
struct SettingsFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
