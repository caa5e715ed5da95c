// swift-tools-version: 6.2
import PackageDescription

/// Rooms of the house, bottom floor first. Each imports only from rooms above it in this file;
/// `ArchitectureTests` and `--explicit-target-dependency-import-check error` hold it.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    // A room is read by one compiler instead of one for each processor: a quarter less work when much is built.
    .unsafeFlags(["-driver-batch-count", "1"], .when(configuration: .debug)),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// A room that computes over many texts: optimised when debugging too, since what stands on it is slow otherwise.
func computing(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies,
        swiftSettings: swiftSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")

let package = Package(
    name: "rapporteur",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "rapporteur", targets: ["rapporteur"]),
        .executable(name: "bench", targets: ["bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: [.defaults, "YAML", "CommandLineArguments"]),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // Libraries of the system.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
        .target(name: "CBits"),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Rooms.
        computing("Language", ["CICU", "CStemmer"]),
        computing("Markup"),
        room("Programs", [subprocess, systemPackage]),
        room("Secrets", [crypto, cryptoExtras, jwtKit]),
        room("Domain"),
        room("Reference", ["Domain"]),
        room("Locales"),
        computing("Corpus", ["CBits", "Language", "Domain"]),
        computing("Insight", ["Language", "Domain", "Corpus"]),
        room("Documents", ["Domain", "Reference", "Language", "Programs", "CZip", "CZlib"]),
        room("Store", ["Domain", "Secrets"]),
        room("SQLiteDatabase", ["Store", grdb, grdbSQLite]),
        room("PostgresDatabase", ["Store", "CLibPQ"]),
        room("Mail", ["Domain", "Store", "Programs", "Locales", mustache, lifecycle, logging]),
        room("People", ["Language", "Secrets", "Domain", "Reference", "Locales", "Store", lifecycle, logging]),
        room("Ingest", ["Domain", "Reference", "Language", "CZip", "CExpat"]),
        room("Reports", ["Domain", "Reference", "Markup", "Locales", "Programs", "CXlsxWriter", "CZip"]),
        room(
            "Operations",
            [
                "Language", "Secrets", "Domain", "Reference", "Locales", "Corpus", "Insight", "Store", "People",
                "Ingest", "Documents", "Programs", "Reports",
                lifecycle, logging,
            ]),
        room(
            "Plans",
            [
                "Language", "Domain", "Reference", "Insight", "Store", "People", "Programs", "Operations", "Mail",
                "Markup",
            ]),
        room("Rounds", ["Language", "Secrets", "Domain", "Store", "People", "Operations", "Plans"]),
        room("FollowUp", ["Language", "Secrets", "Domain", "Store", "People", "Ingest", "Plans"]),
        room(
            "Workbooks",
            [
                "Language", "Secrets", "Domain", "Locales", "Store", "People", "Ingest", "Reports", "Operations",
                "Plans", "FollowUp",
            ]),
        room(
            "Clocks",
            [
                "Language", "Secrets", "Domain", "Reference", "Locales", "Store", "People", "Operations",
                lifecycle, logging,
            ]),
        room(
            "Programmes",
            [
                "Language", "Secrets", "Domain", "Reference", "Markup", "Corpus", "Insight", "Store", "People",
                "Ingest",
                "Operations", "CExpat", lifecycle, logging,
            ]),
        room(
            "Cooperation",
            [
                "Language", "Domain", "Reference", "Locales", "Corpus", "Insight", "Store", "People", "Plans",
                "Documents", "Programs", "Reports", "Operations", "Markup", lifecycle, logging,
            ]),
        room(
            "Agreements",
            [
                "Domain", "Reference", "Store", "People", "Clocks", "Plans", "FollowUp", "Programmes", "Cooperation",
            ]),
        room("Screening", ["Domain", "Store", "People"]),
        room("Practices", ["Language", "Domain", "Reference", "Store", "People", "Operations"]),
        room(
            "Matches",
            ["Domain", "Reference", "Insight", "Store", "People", "Cooperation"]),
        computing(
            "Landscape",
            ["Domain", "Reference", "Store", "People", "Operations", "Plans", "Programmes", "Cooperation"]),
        room(
            "Assessments",
            ["Secrets", "Domain", "Reference", "Store", "People", "Operations", "Plans", "FollowUp"]),
        room(
            "CooperationRecords",
            ["Domain", "Reference", "Store", "People", "Operations", "Ingest"]),
        room(
            "Submissions",
            [
                "Secrets", "Domain", "Reference", "Programs", "Store", "People", lifecycle,
                logging,
            ]),
        room(
            "Consultations",
            ["Secrets", "Domain", "Store", "People", "Plans", "Practices", "Clocks"]),
        room(
            "Watches",
            [
                "Assessments", "CooperationRecords", "Consultations", "Secrets", "Domain", "Reference", "Locales",
                "Corpus", "Store", "People", "Operations", lifecycle,
                logging,
            ]),
        room(
            "Drafting",
            [
                "Language", "Markup", "Secrets", "Domain", "Reference", "Locales", "Reports", "Programs", "Store",
                "People", "Operations", "Plans", "Rounds", "FollowUp", "Cooperation", "Practices", "Assessments",
                "CooperationRecords",
            ]),
        room(
            "PublicFace",
            [
                "Domain", "Reference", "Store", "People", "Operations", "Plans", "FollowUp", "Cooperation",
                "Assessments",
            ]),
        room(
            "Archives",
            [
                "Secrets", "Markup", "Domain", "Reference", "Locales", "Store", "People", "Operations", "Reports",
                "Programmes", "Cooperation", "Practices", "Assessments", "CooperationRecords", "Consultations",
                "PublicFace", "CZip", "CZlib",
            ]),
        room(
            "WorkspaceSearch",
            [
                "Corpus", "Language", "Domain", "Store", "People", "Operations", "Plans", "FollowUp", "Agreements",
            ]),
        room(
            "Frame",
            [
                "Operations", "People", "Markup", "Locales", "Domain", "Reference", "CZlib", hummingbird, lifecycle,
                httpTypes,
                nioCore, logging,
            ]),
        room(
            "Web",
            [
                "Frame", "Operations", "People", "Documents", "Markup", "Locales", "Domain", "Reference", "Corpus",
                "Insight", "Reports", hummingbird, nioCore,
            ]),
        room(
            "PeopleWeb",
            [
                "Frame", "Operations", "People", "Markup", "Locales", "Domain", "Reference", "Store", hummingbird,
                lifecycle, httpTypes, nioCore, logging,
            ]),
        room(
            "FollowUpWeb",
            ["Frame", "Operations", "People", "Plans", "FollowUp", "Markup", "Locales", "Domain"]),
        room(
            "RoundWeb",
            [
                "Frame", "FollowUpWeb", "People", "Plans", "Rounds", "Markup", "Locales", "Domain", "Reports",
            ]),
        room(
            "WorkbookWeb",
            [
                "Frame", "People", "Plans", "FollowUp", "Workbooks", "Markup", "Locales", "Domain", "Ingest",
                "Store",
            ]),
        room(
            "ClockWeb",
            ["Frame", "FollowUpWeb", "People", "Clocks", "Markup", "Locales", "Domain", "Reference"]),
        room(
            "PlanWeb",
            [
                "Frame", "Operations", "People", "Plans", "Rounds", "FollowUp", "Clocks", "FollowUpWeb", "RoundWeb",
                "WorkbookWeb", "ClockWeb", "Markup", "Locales", "Domain", "Insight", "Programs",
            ]),
        room(
            "CooperationWeb",
            [
                "Frame", "Operations", "People", "Plans", "Cooperation", "Programmes", "Markup", "Locales", "Domain",
                "Reference", "Corpus", "Insight", "Ingest", "Reports", "Programs", "Store", hummingbird, httpTypes,
                nioCore, logging,
            ]),
        room(
            "AgreementWeb",
            [
                "Frame", "FollowUpWeb", "People", "Plans", "Cooperation", "CooperationWeb", "Programmes", "Agreements",
                "Markup", "Locales", "Domain",
            ]),
        room(
            "ScreeningWeb",
            [
                "Frame", "People", "CooperationWeb", "Screening", "Markup", "Locales", "Domain",
                "Reports",
            ]),
        room(
            "PracticeWeb",
            ["Frame", "CooperationWeb", "Practices", "Markup", "Locales", "Domain", "Reference", "Reports"]),
        room(
            "MatchWeb",
            [
                "Frame", "People", "Cooperation", "Matches", "Markup", "Locales", "Domain", "Reference", "Insight",
                "Reports",
            ]),
        room(
            "LandscapeWeb",
            ["Frame", "Programmes", "Landscape", "Markup", "Locales", "Domain", "Reports"]),
        room(
            "AssessmentWeb",
            [
                "Frame", "FollowUpWeb", "CooperationWeb", "People", "Operations", "Assessments", "Markup", "Locales",
                "Domain", "Reference", "Reports", hummingbird, nioCore,
            ]),
        room(
            "CooperationRecordWeb",
            [
                "Frame", "CooperationWeb", "People", "Operations", "CooperationRecords", "Markup", "Locales", "Domain",
                "Reference", "Reports",
            ]),
        room(
            "SubmissionWeb",
            [
                "Frame", "People", "Plans", "Submissions", "Assessments", "Markup", "Locales", "Domain",
            ]),
        room(
            "ConsultationWeb",
            ["Frame", "CooperationWeb", "Consultations", "Markup", "Locales", "Domain", "Reports"]),
        room(
            "WatchWeb",
            ["Frame", "Operations", "People", "Watches", "Markup", "Locales", "Domain", "Reference", "Corpus"]),
        room(
            "DraftingWeb",
            [
                "Frame", "FollowUpWeb", "People", "Rounds", "Drafting", "Markup", "Locales", "Domain", "Reference",
                "Reports",
            ]),
        room(
            "PublicFaceWeb",
            [
                "Frame", "CooperationWeb", "People", "PublicFace", "Assessments", "Markup", "Locales", "Domain",
                "Reports",
            ]),
        room(
            "ArchiveWeb",
            [
                "Frame", "People", "Operations", "Archives", "Markup", "Locales", "Domain", "Reports", hummingbird,
                httpTypes, nioCore,
            ]),
        room(
            "WorkspaceSearchWeb",
            ["Frame", "People", "Operations", "WorkspaceSearch", "Markup", "Locales", "Domain"]),
        room(
            "Commands",
            [
                "People", "Rounds", "FollowUp", "Plans", "Cooperation", "Agreements", "Screening", "Practices",
                "Landscape", "Matches", "Programmes", "Clocks", "Mail", "Assessments", "CooperationRecords",
                "Submissions", "Consultations", "Watches", "Drafting", "PublicFace", "Archives", "Store",
                "Operations", "Markup", "Locales", "Domain", "Reference", "Reports", "Programs", "Corpus", "Insight",
                "Ingest", "Documents", "Language", argumentParser,
            ]),
        .executableTarget(
            name: "rapporteur",
            dependencies: [
                "Commands", "Frame", "Web", "People", "PeopleWeb", "Rounds", "Plans", "PlanWeb", "Cooperation",
                "CooperationWeb", "Agreements", "Screening", "Practices", "Landscape", "Matches", "MatchWeb",
                "AgreementWeb", "ScreeningWeb",
                "PracticeWeb", "LandscapeWeb", "Assessments", "CooperationRecords", "Submissions", "Consultations",
                "Watches", "Drafting", "PublicFace", "Archives", "AssessmentWeb", "CooperationRecordWeb",
                "SubmissionWeb", "ConsultationWeb", "WatchWeb", "DraftingWeb", "PublicFaceWeb", "ArchiveWeb",
                "WorkspaceSearch", "WorkspaceSearchWeb",
                "Clocks", "Mail", "Operations", "Programmes",
                "Programs", "Store", "SQLiteDatabase", "PostgresDatabase", "Secrets", "Corpus",
                "Domain",
                "Reference", "Locales", argumentParser, configuration, lifecycle, signals, logging,
            ], swiftSettings: swiftSettings),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Corpus", "Insight", "Language", "Domain", "Operations", "People", "Rounds", "Plans", "Clocks", "Frame",
                "PlanWeb", "PeopleWeb", "Cooperation", "CooperationWeb", "Mail", "Locales", "Store", "SQLiteDatabase",
                "PostgresDatabase", "Reference",
                "Ingest", "WorkspaceSearch", "WorkspaceSearchWeb", "Drafting",
                hummingbird, httpTypes, nioCore, logging, argumentParser,
            ], swiftSettings: swiftSettings),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["Store", "SQLiteDatabase", "PostgresDatabase", "CLibPQ"],
            path: "Tests/TestSupport", swiftSettings: swiftSettings),
        .target(
            name: "PlanSupport",
            dependencies: [
                "Plans", "Rounds", "People", "Operations", "Domain", "Reference", "Ingest", "Store", "TestSupport",
            ],
            path: "Tests/PlanSupport", swiftSettings: swiftSettings),
        .target(
            name: "SiteSupport",
            dependencies: [
                "PeopleWeb", "PlanWeb", "CooperationWeb", "Cooperation", "Agreements", "Screening", "Practices",
                "Landscape", "Matches", "MatchWeb", "AgreementWeb", "ScreeningWeb", "PracticeWeb", "LandscapeWeb",
                "Assessments", "CooperationRecords", "Submissions", "Consultations", "Watches", "Drafting",
                "PublicFace", "Archives", "AssessmentWeb", "CooperationRecordWeb", "SubmissionWeb", "ConsultationWeb",
                "WatchWeb", "DraftingWeb", "PublicFaceWeb", "ArchiveWeb", "WorkspaceSearch", "WorkspaceSearchWeb",
                "Programmes", "Web",
                "Frame", "People",
                "Rounds", "Plans",
                "Clocks", "Operations", "Store", "SQLiteDatabase", "PostgresDatabase", "Reference", "Locales", "Domain",
                "Ingest", "Secrets", hummingbird, httpTypes,
                nioCore, logging,
            ],
            path: "Tests/SiteSupport", swiftSettings: swiftSettings),
        tests("LanguageTests", ["Language"]),
        tests("MarkupTests", ["Markup"]),
        tests("LocalesTests", ["Locales"]),
        tests("SecretsTests", ["Secrets", jwtKit]),
        tests("DomainTests", ["Domain"]),
        tests("ReferenceTests", ["Reference", "Domain"]),
        tests("ProgramsTests", ["Programs"]),
        tests("DocumentsTests", ["Documents", "Domain", "Reference", "Programs", "CZip"]),
        tests("IngestTests", ["Ingest", "Reference", "Domain", "CZip"]),
        tests("InsightTests", ["Insight", "Domain", "Corpus", "Language"]),
        tests("CorpusTests", ["Corpus", "Language", "Domain"]),
        tests(
            "OperationsTests",
            [
                "Operations", "Archives", "Domain", "Reference", "Ingest", "Documents", "Corpus", "Insight", "Store",
                "SQLiteDatabase", "PostgresDatabase", "TestSupport", logging,
            ]),
        tests("StoreTests", ["Store", "SQLiteDatabase", "PostgresDatabase", "TestSupport", "Secrets"]),
        tests("SQLiteDatabaseTests", ["Store", "SQLiteDatabase", "TestSupport"]),
        tests("PostgresDatabaseTests", ["Store", "PostgresDatabase", "TestSupport"]),
        tests(
            "ProgrammesTests",
            [
                "Programmes", "Markup", "Operations", "People", "Ingest", "Reference", "Domain", "Corpus", "Insight",
                "Store", "SQLiteDatabase", "PostgresDatabase", "TestSupport",
            ]),
        tests("FrameTests", ["Frame", "Domain", hummingbird, httpTypes, nioCore]),
        tests(
            "WebTests",
            [
                "Frame", "Web", "PeopleWeb", "People", "Operations", "Ingest", "Store", "SQLiteDatabase", "Corpus",
                "Reference", "Locales",
                "Domain",
                "Documents", "Markup",
                hummingbird, httpTypes, nioCore, logging,
            ], exclude: ["Golden"]),
        tests("MailTests", ["Mail", "Domain", "Store", "Locales", "Programs", "TestSupport"]),
        tests("PeopleTests", ["People", "Domain", "Secrets", "Store", "TestSupport"]),
        tests(
            "PlansTests",
            [
                "Plans", "People", "Programs", "Operations", "Domain", "Reference", "Locales", "Ingest", "Corpus",
                "Store", "SQLiteDatabase", "Rounds", "TestSupport", "PlanSupport", logging,
            ]),
        tests(
            "RoundsTests",
            ["Rounds", "FollowUp", "Plans", "People", "Operations", "Domain", "Store", "TestSupport", "PlanSupport"]),
        tests(
            "FollowUpTests",
            ["FollowUp", "Plans", "People", "Operations", "Domain", "Ingest", "Store", "TestSupport", "PlanSupport"]),
        tests(
            "WorkbooksTests",
            [
                "Workbooks", "FollowUp", "Plans", "People", "Operations", "Domain", "Reference", "Locales", "Ingest",
                "Store", "Reports", "TestSupport", "PlanSupport",
            ]),
        tests(
            "PeopleWebTests",
            [
                "PeopleWeb", "Frame", "People", "Operations", "Store", "SQLiteDatabase", "Reference", "Locales",
                "Domain", "Markup", "TestSupport", "SiteSupport", hummingbird, httpTypes, nioCore, logging,
            ]),
        tests(
            "FollowUpWebTests",
            [
                "FollowUpWeb", "Frame", "FollowUp", "People", "Plans", "Store", "Locales", "Domain", "SiteSupport",
                httpTypes,
            ]),
        tests("RoundWebTests", ["RoundWeb", "Frame", "Domain", "SiteSupport", httpTypes]),
        tests(
            "WorkbookWebTests",
            ["WorkbookWeb", "Frame", "Workbooks", "Plans", "Locales", "Domain", "SiteSupport", httpTypes]),
        tests("ClockWebTests", ["ClockWeb", "Frame", "Domain", "SiteSupport", httpTypes]),
        tests(
            "PlanWebTests",
            [
                "PlanWeb", "FollowUpWeb", "PeopleWeb", "Web", "Frame", "People", "Plans", "FollowUp", "Workbooks",
                "Clocks",
                "Operations", "Store", "SQLiteDatabase", "Reference", "Locales", "Domain", "Markup", "Ingest",
                "TestSupport",
                "SiteSupport",
                hummingbird,
                httpTypes, nioCore, logging,
            ]),
        tests(
            "ClocksTests",
            [
                "Clocks", "FollowUp", "Plans", "People", "Operations", "Domain", "Reference", "Locales", "Store",
                "TestSupport", logging,
            ]),
        tests(
            "CooperationTests",
            [
                "Cooperation", "Plans", "People", "Operations", "Documents", "Domain", "Reference", "Locales", "Store",
                "TestSupport", "Insight", "Corpus", "Programs", logging,
            ]),
        tests(
            "CooperationWebTests",
            [
                "CooperationWeb", "Cooperation", "Programmes", "PeopleWeb", "PlanWeb", "Web", "Frame", "People",
                "Plans", "Clocks",
                "Operations", "Store", "SQLiteDatabase", "PostgresDatabase", "Reference", "Locales", "Domain",
                "Markup", "Ingest", "TestSupport", "SiteSupport", hummingbird, httpTypes, nioCore, logging,
            ]),
        tests(
            "AgreementsTests",
            [
                "Agreements", "Language", "Secrets", "Domain", "Reference", "Locales", "Store", "People", "Operations",
                "Plans", "FollowUp", "Programmes", "Cooperation", "SQLiteDatabase", "PostgresDatabase", "TestSupport",
                "PlanSupport", "Clocks", logging,
            ]),
        tests(
            "ScreeningTests",
            [
                "Screening", "Domain", "Store", "People", "Operations", "Clocks", "Reference", "SQLiteDatabase",
                "PostgresDatabase", "TestSupport",
            ]),
        tests(
            "PracticesTests",
            ["Practices", "Domain", "Reference", "Store", "People", "TestSupport", "PlanSupport"]),
        tests(
            "LandscapeTests",
            [
                "Landscape", "Domain", "Reference", "Store", "People", "Operations", "Plans", "Programmes",
                "Cooperation", "TestSupport", "PlanSupport",
            ]),
        tests(
            "AgreementWebTests",
            [
                "AgreementWeb", "Frame", "Operations", "People", "Plans", "FollowUp", "Cooperation", "CooperationWeb",
                "Programmes", "Agreements", "Markup", "Locales", "Domain", "Reference", "Reports", "Store",
                "TestSupport", "SiteSupport", "PeopleWeb", "PlanWeb", "Web", "Rounds", "Clocks", "SQLiteDatabase",
                "PostgresDatabase", "Ingest", hummingbird, httpTypes, nioCore, logging,
            ]),
        tests(
            "ScreeningWebTests",
            [
                "ScreeningWeb", "Frame", "People", "Programmes", "Screening", "Markup", "Locales", "Domain",
                "SiteSupport", httpTypes,
            ]),
        tests(
            "PracticeWebTests",
            ["PracticeWeb", "Frame", "Operations", "People", "Domain", "SiteSupport", httpTypes]),
        tests(
            "LandscapeWebTests",
            [
                "LandscapeWeb", "Landscape", "Frame", "Operations", "People", "Programmes", "Cooperation", "Domain",
                "SiteSupport", httpTypes,
            ]),
        tests(
            "MatchesTests",
            [
                "Matches", "Domain", "Reference", "Insight", "Store", "People", "Plans", "Cooperation", "TestSupport",
                "PlanSupport",
            ]),
        tests(
            "MatchWebTests",
            [
                "MatchWeb", "Frame", "Operations", "People", "Cooperation", "Matches", "Domain", "Reference", "Insight",
                "Store", "SiteSupport", httpTypes,
            ]),
        tests("ReportsTests", ["Reports", "Ingest", "Domain", "Locales", "Programs"]),
        tests(
            "CommandsTests",
            [
                "Commands", "People", "Plans", "Rounds", "FollowUp", "Clocks", "Operations", "Domain", "SiteSupport",
                argumentParser,
            ]),
        tests(
            "AssessmentsTests",
            [
                "Assessments", "Domain", "Reference", "Store", "People", "Operations", "Plans", "TestSupport",
                "PlanSupport", "Secrets",
            ]),
        tests(
            "CooperationRecordsTests",
            [
                "CooperationRecords", "Domain", "Reference", "Store", "People", "Operations", "Plans", "TestSupport",
                "PlanSupport",
            ]),
        tests(
            "SubmissionsTests",
            [
                "Submissions", "Programs", "Secrets", "Domain", "Reference", "Store", "People", "Operations",
                "TestSupport",
                "PlanSupport",
            ]),
        tests(
            "ConsultationsTests",
            [
                "Consultations", "Domain", "Reference", "Store", "People", "Operations", "Plans", "Practices", "Clocks",
                "TestSupport", "PlanSupport",
            ]),
        tests(
            "WatchesTests",
            [
                "Watches", "Assessments", "CooperationRecords", "Consultations", "Plans", "Practices", "Clocks",
                "Locales",
                "Domain", "Reference", "Store", "People", "Operations", "TestSupport", "PlanSupport",
            ]),
        tests(
            "DraftingTests",
            [
                "Drafting", "Domain", "Reference", "Locales", "Store", "People", "Operations", "Plans", "Rounds",
                "TestSupport", "PlanSupport",
            ],
            exclude: ["Claims/sentences.jsonl"]),
        tests(
            "PublicFaceTests",
            ["PublicFace", "Domain", "Reference", "Store", "People", "Plans", "TestSupport", "PlanSupport"]),
        tests(
            "ArchivesTests",
            [
                "Archives", "Domain", "Reference", "Store", "People", "Operations", "Programmes", "Cooperation",
                "Practices",
                "Markup", "Plans", "SQLiteDatabase", "TestSupport", "PlanSupport",
            ]),
        tests(
            "AssessmentWebTests",
            [
                "AssessmentWeb", "Assessments", "Frame", "People", "Operations", "Domain", "Store", "SiteSupport",
                httpTypes,
            ]),
        tests(
            "CooperationRecordWebTests",
            [
                "CooperationRecordWeb", "CooperationRecords", "Frame", "People", "Operations", "Domain", "SiteSupport",
                httpTypes,
            ]),
        tests(
            "SubmissionWebTests",
            ["SubmissionWeb", "Submissions", "Frame", "People", "Operations", "Domain", "SiteSupport", httpTypes]),
        tests(
            "ConsultationWebTests",
            ["ConsultationWeb", "Consultations", "Frame", "People", "Operations", "Domain", "SiteSupport", httpTypes]),
        tests(
            "WatchWebTests",
            ["WatchWeb", "Watches", "Frame", "People", "Operations", "Domain", "SiteSupport", httpTypes]),
        tests(
            "DraftingWebTests",
            ["DraftingWeb", "Drafting", "Frame", "People", "Operations", "Domain", "SiteSupport", httpTypes]),
        tests(
            "PublicFaceWebTests",
            [
                "PublicFaceWeb", "PublicFace", "Archives", "Frame", "Operations", "People", "Plans", "Store", "Domain",
                "Watches", "SiteSupport", httpTypes,
            ]),
        tests(
            "ArchiveWebTests",
            ["ArchiveWeb", "Archives", "Frame", "People", "Operations", "Domain", "SiteSupport", httpTypes]),
        tests(
            "WorkspaceSearchTests",
            [
                "WorkspaceSearch", "Corpus", "Domain", "Ingest", "Store", "People", "Operations", "Plans", "FollowUp",
                "TestSupport", "PlanSupport",
            ]),
        tests(
            "WorkspaceSearchWebTests",
            [
                "WorkspaceSearchWeb", "WorkspaceSearch", "Frame", "People", "Plans", "FollowUp", "Cooperation",
                "Operations", "Corpus", "Domain", "Store", "SiteSupport", "PlanSupport", httpTypes,
            ]),
        tests("ArchitectureTests", []),
    ]
)
