/// Who may import whom, as `ARCHITECTURE.md` tells it. A room that is not in this table may not exist.
enum House {
    /// Bottom floor first; a room names rooms above it in this list and outside packages.
    static let rooms: [(name: String, imports: Set<String>)] = [
        ("Language", ["CICU", "CStemmer"]),
        ("Markup", []),
        ("Programs", ["Subprocess", "SystemPackage"]),
        ("Secrets", ["Crypto", "CryptoExtras", "JWTKit"]),
        ("Domain", []),
        ("Reference", ["Domain"]),
        ("Locales", []),
        ("Corpus", ["CBits", "Language", "Domain"]),
        ("Insight", ["Language", "Domain", "Corpus"]),
        ("Documents", ["Domain", "Reference", "Language", "Programs", "CZip", "CZlib"]),
        ("Store", ["Domain", "Secrets"]),
        ("SQLiteDatabase", ["Store", "GRDB", "GRDBSQLite"]),
        ("PostgresDatabase", ["Store", "CLibPQ"]),
        ("Mail", ["Domain", "Store", "Programs", "Locales", "Mustache", "ServiceLifecycle", "Logging"]),
        ("People", ["Language", "Secrets", "Domain", "Reference", "Locales", "Store", "ServiceLifecycle", "Logging"]),
        ("Ingest", ["Domain", "Reference", "Language", "CZip", "CExpat"]),
        ("Reports", ["Domain", "Reference", "Markup", "Locales", "Programs", "CXlsxWriter", "CZip"]),
        (
            "Operations",
            [
                "Language", "Markup", "Secrets", "Domain", "Reference", "Locales", "Corpus", "Insight", "Store",
                "People", "Ingest", "Documents", "Programs", "Reports",
                "ServiceLifecycle", "Logging",
            ]
        ),
        (
            "Plans",
            [
                "Language", "Domain", "Reference", "Insight", "Store", "People", "Programs", "Operations", "Mail",
                "Markup",
            ]
        ),
        ("Rounds", ["Language", "Secrets", "Domain", "Store", "People", "Operations", "Plans"]),
        ("FollowUp", ["Language", "Secrets", "Domain", "Store", "People", "Ingest", "Plans"]),
        (
            "Workbooks",
            [
                "Language", "Secrets", "Domain", "Locales", "Store", "People", "Ingest", "Reports", "Operations",
                "Plans", "FollowUp",
            ]
        ),
        (
            "Clocks",
            [
                "Language", "Secrets", "Domain", "Reference", "Locales", "Store", "People", "Operations",
                "ServiceLifecycle", "Logging",
            ]
        ),
        (
            "Programmes",
            [
                "Language", "Secrets", "Domain", "Reference", "Markup", "Corpus", "Insight", "Store", "People",
                "Ingest",
                "Operations", "CExpat", "ServiceLifecycle", "Logging",
            ]
        ),
        (
            "Cooperation",
            [
                "Language", "Domain", "Reference", "Locales", "Corpus", "Insight", "Store", "People", "Plans",
                "Documents", "Programs", "Reports", "Operations", "Markup", "ServiceLifecycle", "Logging",
            ]
        ),
        (
            "Agreements",
            [
                "Domain", "Reference", "Store", "People", "Clocks", "Plans", "FollowUp", "Programmes", "Cooperation",
            ]
        ),
        ("Screening", ["Domain", "Store", "People"]),
        ("Practices", ["Language", "Domain", "Reference", "Store", "People", "Operations"]),
        (
            "Matches",
            ["Domain", "Reference", "Insight", "Store", "People", "Cooperation"]
        ),
        (
            "Landscape",
            ["Domain", "Reference", "Store", "People", "Operations", "Plans", "Programmes", "Cooperation"]
        ),
        ("Assessments", ["Secrets", "Domain", "Reference", "Store", "People", "Operations", "Plans", "FollowUp"]),
        (
            "CooperationRecords",
            ["Domain", "Reference", "Store", "People", "Operations", "Ingest"]
        ),
        (
            "Submissions",
            [
                "Secrets", "Domain", "Reference", "Programs", "Store", "People", "ServiceLifecycle", "Logging",
            ]
        ),
        ("Consultations", ["Secrets", "Domain", "Store", "People", "Plans", "Practices", "Clocks"]),
        (
            "Watches",
            [
                "Assessments", "CooperationRecords", "Consultations", "Secrets", "Domain", "Reference", "Locales",
                "Corpus", "Store", "People", "Operations",
                "ServiceLifecycle", "Logging",
            ]
        ),
        (
            "Drafting",
            [
                "Language", "Markup", "Secrets", "Domain", "Reference", "Locales", "Reports", "Programs", "Store",
                "People", "Operations", "Plans", "Rounds", "FollowUp", "Cooperation", "Practices", "Assessments",
                "CooperationRecords",
            ]
        ),
        (
            "PublicFace",
            [
                "Domain", "Reference", "Store", "People", "Operations", "Plans", "FollowUp", "Cooperation",
                "Assessments",
            ]
        ),
        (
            "Archives",
            [
                "Secrets", "Markup", "Domain", "Reference", "Locales", "Store", "People", "Operations", "Reports",
                "Programmes", "Cooperation", "Practices", "Assessments", "CooperationRecords", "Consultations",
                "PublicFace", "CZip", "CZlib",
            ]
        ),
        (
            "WorkspaceSearch",
            ["Corpus", "Language", "Domain", "Store", "People", "Operations", "Plans", "FollowUp", "Agreements"]
        ),
        (
            "Frame",
            [
                "Operations", "People", "Markup", "Locales", "Domain", "Reference", "Hummingbird", "HTTPTypes",
                "NIOCore",
                "CZlib", "ServiceLifecycle", "Logging",
            ]
        ),
        (
            "Web",
            [
                "Frame", "Operations", "People", "Markup", "Locales", "Domain", "Reference", "Corpus", "Insight",
                "Documents", "Reports", "Hummingbird", "NIOCore",
            ]
        ),
        (
            "PeopleWeb",
            [
                "Frame", "Operations", "People", "Markup", "Locales", "Domain", "Reference", "Store", "Hummingbird",
                "HTTPTypes", "NIOCore", "ServiceLifecycle", "Logging",
            ]
        ),
        (
            "FollowUpWeb",
            ["Frame", "Operations", "People", "Plans", "FollowUp", "Markup", "Locales", "Domain"]
        ),
        (
            "RoundWeb",
            ["Frame", "FollowUpWeb", "People", "Plans", "Rounds", "Markup", "Locales", "Domain", "Reports"]
        ),
        (
            "WorkbookWeb",
            [
                "Frame", "People", "Plans", "FollowUp", "Workbooks", "Markup", "Locales", "Domain",
                "Ingest", "Store",
            ]
        ),
        (
            "ClockWeb",
            ["Frame", "FollowUpWeb", "People", "Clocks", "Markup", "Locales", "Domain", "Reference"]
        ),
        (
            "PlanWeb",
            [
                "Frame", "Operations", "People", "Plans", "Rounds", "FollowUp", "Clocks", "FollowUpWeb", "RoundWeb",
                "WorkbookWeb", "ClockWeb", "Markup", "Locales", "Domain", "Insight", "Programs",
            ]
        ),
        (
            "CooperationWeb",
            [
                "Frame", "Operations", "People", "Plans", "Cooperation", "Programmes", "Markup", "Locales", "Domain",
                "Reference", "Corpus", "Insight", "Ingest", "Reports", "Programs", "Store", "Hummingbird", "HTTPTypes",
                "NIOCore", "Logging",
            ]
        ),
        (
            "AgreementWeb",
            [
                "Frame", "FollowUpWeb", "People", "Plans", "Cooperation", "CooperationWeb", "Programmes", "Agreements",
                "Markup", "Locales", "Domain",
            ]
        ),
        (
            "ScreeningWeb",
            [
                "Frame", "People", "CooperationWeb", "Screening", "Markup", "Locales", "Domain", "Reports",
            ]
        ),
        (
            "PracticeWeb",
            ["Frame", "CooperationWeb", "Practices", "Markup", "Locales", "Domain", "Reference", "Reports"]
        ),
        (
            "MatchWeb",
            [
                "Frame", "People", "Cooperation", "Matches", "Markup", "Locales", "Domain", "Reference", "Insight",
                "Reports",
            ]
        ),
        (
            "LandscapeWeb",
            ["Frame", "Programmes", "Landscape", "Markup", "Locales", "Domain", "Reports"]
        ),
        (
            "AssessmentWeb",
            [
                "Frame", "FollowUpWeb", "CooperationWeb", "People", "Operations", "Assessments", "Markup", "Locales",
                "Domain", "Reference", "Reports", "Hummingbird", "NIOCore",
            ]
        ),
        (
            "CooperationRecordWeb",
            [
                "Frame", "CooperationWeb", "People", "Operations", "CooperationRecords", "Markup", "Locales", "Domain",
                "Reference", "Reports",
            ]
        ),
        (
            "SubmissionWeb",
            [
                "Frame", "People", "Plans", "Submissions", "Assessments", "Markup", "Locales", "Domain",
            ]
        ),
        (
            "ConsultationWeb",
            ["Frame", "CooperationWeb", "Consultations", "Markup", "Locales", "Domain", "Reports"]
        ),
        (
            "WatchWeb",
            ["Frame", "Operations", "People", "Watches", "Markup", "Locales", "Domain", "Reference", "Corpus"]
        ),
        (
            "DraftingWeb",
            [
                "Frame", "FollowUpWeb", "People", "Rounds", "Drafting", "Markup", "Locales", "Domain", "Reference",
                "Reports",
            ]
        ),
        (
            "PublicFaceWeb",
            [
                "Frame", "CooperationWeb", "People", "PublicFace", "Assessments", "Markup", "Locales", "Domain",
                "Reports",
            ]
        ),
        (
            "ArchiveWeb",
            [
                "Frame", "People", "Operations", "Archives", "Markup", "Locales", "Domain", "Reports", "Hummingbird",
                "HTTPTypes", "NIOCore",
            ]
        ),
        (
            "WorkspaceSearchWeb",
            ["Frame", "People", "Operations", "WorkspaceSearch", "Markup", "Locales", "Domain"]
        ),
        (
            "Commands",
            [
                "People", "Rounds", "FollowUp", "Plans", "Cooperation", "Agreements", "Screening", "Practices",
                "Landscape", "Matches", "Programmes", "Clocks", "Mail", "Assessments", "CooperationRecords",
                "Submissions", "Consultations", "Watches", "Drafting", "PublicFace", "Archives", "Store",
                "Operations", "Markup", "Locales", "Domain", "Reference", "Reports", "Programs", "Corpus", "Insight",
                "Ingest", "Documents", "Language",
                "ArgumentParser",
            ]
        ),
        ("rapporteur", anything),
        ("bench", anything),
    ]

    /// C targets only carry headers of libraries, and what Swift cannot say to the processor.
    static let libraries: Set<String> = [
        "CBits", "CICU", "CStemmer", "CLibPQ", "CZip", "CZlib", "CExpat", "CXlsxWriter",
    ]

    /// Part of every Swift toolchain: no arrow between rooms.
    static let toolchain: Set<String> = [
        "Foundation", "FoundationEssentials", "FoundationInternationalization", "FoundationNetworking", "Dispatch",
        "Synchronization", "Glibc",
        "Musl", "Darwin",
    ]

    /// Executables wire rooms together: they may name all of them.
    static let anything: Set<String> = ["*"]
}
