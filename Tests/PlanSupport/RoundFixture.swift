package import Domain
package import Ingest
import Operations
package import People
import Plans
package import Rounds
package import Store
import TestSupport

/// A workspace of an invented State, with institutions and a report of 215 paragraphs in our own words: 58 decided, 157 pending.
package struct RoundFixture {
    package static let clock = Clock { 1_790_000_000_000 }
    package static let state = StateCode("XAC")
    package static let due = CalendarDate(year: 2026, month: 11, day: 30)!

    package let database: any Database
    package let store: WorkspaceStore
    package let rounds: Rounds
    package let workspace: Workspace
    package let keeper: Member
    package var institutions: [Institution] = []

    /// Makes the workspace, and as many institutions as asked for.
    package init(_ database: any Database, institutions count: Int = 12) async throws {
        self.database = database
        store = WorkspaceStore(database: database, clock: Self.clock)
        rounds = Rounds(store)
        workspace = try await Workspaces(store).add(
            slug: "corvia", name: "Corvia", state: Self.state, language: .english, timeZone: "UTC",
            by: .commandLine("test"))
        keeper = Member.keeper("cli:test", of: workspace)
        for number in 1...count {
            institutions.append(
                try await Institutions(store).add(
                    "Ministry \(number)", kind: .ministry, email: number == count ? nil : "m\(number)@corvia.example",
                    by: keeper))
        }
    }

    package func member(_ role: WorkspaceRole, _ institution: InstitutionID? = nil, name: String = "ana") -> Member {
        Member(workspace: workspace, account: AccountID(9), name: name, role: role, institution: institution)
    }

    /// One paragraph as a report gives it.
    package struct Text {
        package var number: String
        package var words: String
        package var from: [String]
        package var position: Position
        package var theme = "right-to-health"

        package init(
            number: String, words: String, from: [String], position: Position, theme: String = "right-to-health"
        ) {
            self.number = number
            self.words = words
            self.from = from
            self.position = position
            self.theme = theme
        }
    }

    package static let verbs = ["Adopt", "Strengthen", "Review", "Fund", "Publish"]
    package static let things = [
        "a law on domestic workers", "shelters for women at risk", "the juvenile courts of every province",
        "legal aid in rural districts", "school meals in the highlands", "a register of missing persons",
        "safe drinking water for river villages", "training of prison guards", "the ombudsman's field offices",
        "a plan against child labour on farms", "sign language in hospitals", "inspection of care homes",
        "mother-tongue teaching for minorities", "the witness protection unit", "clean air rules for mines",
        "birth registration of nomads", "wheelchair access to polling places", "the labour inspectorate",
        "compensation for flooded communities", "a code for private security firms", "land titles held by women",
        "mental health teams in prisons", "access to court records", "the census of homeless people",
        "vaccination in border camps", "rules on surveillance cameras", "an appeal against asylum refusals",
        "equal pay in public service", "the hotline for older persons", "protection of journalists in the provinces",
        "quotas for youth in local councils", "fishing rights of coastal families", "forensic services of the police",
        "textbooks about past abuses", "a fund for victims of trafficking", "consultation with indigenous villages",
        "bail rules for minor offences", "the anti-corruption prosecutor", "maternity wards on the islands",
        "the visit of detention centres by civil society", "data about hate crimes", "tenancy law for migrants",
        "internet access in schools",
    ]

    /// Distinct sentences: 43 things, five verbs each.
    package static func texts(decided: Int = 58) -> [Text] {
        var texts: [Text] = []
        for number in 0..<215 {
            let (thing, verb) = (things[number % things.count], verbs[number / things.count])
            let tails = [
                "before the next review", "with a budget of its own", "together with civil society",
                "in every region without delay", "and report yearly to parliament",
            ]
            let from = ["XAA", "XAB", "XAD", "XAE", "XAF"][(number * 7) % 5]
            texts.append(
                Text(
                    number: number < decided ? "6.\(number + 1)" : "7.\(number - decided + 1)",
                    words: "\(verb) \(thing) \(tails[(number * 3) % 5])", from: [from],
                    position: number < decided ? (number % 3 == 0 ? .noted : .supported) : .pending,
                    theme: number.isMultiple(of: 2) ? "right-to-health" : "right-to-education"))
        }
        return texts
    }

    /// Puts a report into the record and says which document it is.
    @discardableResult
    package func report(
        _ symbol: String, _ texts: [Text], source: SourceCode = .demonstration
    ) async throws -> DocumentID {
        let drafts = texts.enumerated().map { place, text in
            var draft = RecommendationDraft(
                row: place + 1,
                document: DocumentDraft(
                    symbol: DocumentSymbol(symbol), mechanism: .upr, state: Self.state, cycle: 4, session: 47))
            draft.externalKey = "\(symbol) \(text.number)"
            draft.paragraph = ParagraphNumber(text.number)
            draft.texts = [.english: text.words]
            draft.states = [Self.state]
            draft.recommending = text.from.map { StateCode($0) }
            draft.position = text.position
            draft.cycle = 4
            draft.session = 47
            draft.tags = [TagDraft(kind: .theme, code: text.theme, label: text.theme)]
            return draft
        }
        let order = Importing.Order(
            file: "fixture", format: "test", source: source, name: "\(symbol) \(source.rawValue)", actor: "test")
        _ = try await Importing(database: database, clock: Self.clock).run(
            order, open: { DraftList(drafts: drafts) })
        return try await database.read { connection in
            try connection.first(
                "SELECT id FROM document WHERE symbol = $1", [.text(DocumentSymbol(symbol)?.printed ?? "")]
            ) { DocumentID(try $0.int(0)) }
        } ?? DocumentID(0)
    }

    /// Rows of a table that hold a condition.
    package func count(_ sql: String) async throws -> Int { try await database.read { try $0.count(sql) } }

    /// Brings every open paragraph of a round to the minister's clearance, asking the given institution where nobody was asked.
    package func finish(_ id: RoundID) async throws {
        let page = try await rounds.page(id, keeper)
        let open = page.live.filter { $0.paragraph.decided == nil }.map { RoundPick($0.paragraph.id) }
        guard !open.isEmpty else { return }
        let unresolved = page.live.filter { $0.paragraph.decided == nil && $0.paragraph.resolution == nil }
        if !unresolved.isEmpty {
            _ = try await rounds.resolve(
                id, unresolved.map { RoundPick($0.paragraph.id) },
                ProposalDraft(position: .supported, reason: "In line with the national plan"), by: keeper)
        }
        for step in Rounds.steps {
            _ = try await rounds.clear(id, open, step, note: "Session of 3 November", by: keeper)
        }
    }
}

/// Drafts in memory.
package struct DraftList: DraftSource {
    package var drafts: [RecommendationDraft]

    package mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard !drafts.isEmpty else { return nil }
        defer { drafts = [] }
        return DraftBatch(drafts: drafts, rowsRead: drafts.count)
    }
}
