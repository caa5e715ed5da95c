import ArgumentParser
import Domain
import Drafting
import Foundation
import Operations
import People
import Reports
import Rounds

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Drafts a report of a workspace and writes it as a file.",
        discussion: """
            The draft is kept in the workspace as well, where people edit and approve it. Without --document an addendum answers
            the latest frozen round, and other reports of the review speak of all of its recommendations in the record.
            """)

    @Argument(
        help: "What is drafted: national, addendum, mid-term, treaty, list-of-issues, follow-up and further kinds.")
    var kind: String

    @Option(help: "The workspace's name in addresses.")
    var workspace: String

    @Option(help: "The language of headings and standard phrases; by default the workspace's.")
    var language: String?

    @Option(help: "docx, pdf, html, odt, xlsx, csv or json; by default what --out ends in.")
    var format: String?

    @Option(help: "The file.", completion: .file())
    var out: String

    @Option(help: "Code of the treaty that is reported on, for instance icescr.")
    var treaty: String?

    @Option(help: "Code of the State, where the workspace belongs to none.")
    var state: String?

    @Option(help: "Number of the document that is answered.")
    var document: Int64?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        guard let kind = ReportKind(rawValue: kind) else {
            throw ValidationError(
                "\(kind) is no kind of report: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let ending = format ?? String(out.split(separator: ".").last ?? "")
        guard let format = PaperFormat(rawValue: ending) else {
            throw ValidationError(
                "\(ending) is no format: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let settings = try await global.settings()
        let record = try await global.open(settings)
        let resources = try ResourceFolder.find(settings.resources)
        let store = WorkspaceStore(database: record.database, clock: .system)
        guard let place = try await Workspaces(store).all().first(where: { $0.slug == workspace }) else {
            throw CommandFailure("There is no workspace \(workspace).")
        }
        let drafting = try OpenDrafting.open(store, record, resources: resources)
        let member = Member.keeper(UserCommand.caller.name, of: place)
        let order = try await order(kind, place, member, store)
        do {
            let id = try await drafting.draft(order, by: member)
            let page = try await drafting.page(id, member)
            let isTable = format == .xlsx || format == .csv || format == .json
            let bytes = try await drafting.papers.write(drafting.paper(page, withSources: isTable), as: format)
            try Data(bytes).write(to: URL(filePath: out))
            Terminal.say("Report \(id) is drafted: \(page.words ?? 0) words, written to \(out)")
            if !page.report.leftOut.isEmpty {
                Terminal.remark(
                    "\(page.report.leftOut.count) paragraphs were left out for length; its page lists them.")
            }
        } catch let error as WorkspaceError {
            throw CommandFailure(OpenDrafting.sentence(error, drafting))
        } catch let error as PaperError {
            throw CommandFailure(OpenDrafting.sentence(error, drafting))
        }
    }

    private func order(
        _ kind: ReportKind, _ place: Workspace, _ member: Member, _ store: WorkspaceStore
    ) async throws -> ReportOrder {
        guard let state = state.map({ StateCode($0) }) ?? place.state else {
            throw CommandFailure("\(place.slug) belongs to no State: name one with --state.")
        }
        var scope = ReportScope(state: state, treaty: treaty, document: document.map { DocumentID($0) })
        if kind.needsRound {
            let rounds = try await Rounds(store).all(member).map(\.round)
            let latest = rounds.first { round in
                round.freezes > 0 && (document == nil || round.document.value == document)
            }
            scope.round = latest.map { .init(round: $0.id.value, freeze: $0.freezes) }
        }
        return ReportOrder(
            kind: kind, language: language.map { LanguageTag($0) } ?? place.language, scope: scope)
    }
}
