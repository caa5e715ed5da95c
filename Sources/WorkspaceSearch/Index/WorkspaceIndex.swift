import Corpus
import Dispatch
import Domain
import Store
import Synchronization

/// The index of one workspace's texts: in memory alone, never saved, read by nobody but the search of that workspace.
final class WorkspaceIndex: Sendable {
    let workspace: Workspace
    let corpus = Corpus()
    let textsMax: Int
    private let builder: CorpusBuilder
    /// Analysing takes processor time: never on the threads that answer others.
    private let queue = DispatchQueue(label: "workspace.index", qos: .utility)
    private let cut = Atomic(false)

    init(_ workspace: Workspace, textsMax: Int) {
        self.workspace = workspace
        self.textsMax = textsMax
        builder = CorpusBuilder(corpus)
    }

    /// Whether the workspace has more texts than an index holds.
    var isCut: Bool { cut.load(ordering: .acquiring) }
    var bytes: Int { corpus.snapshot.bytes }

    func markCut() { cut.store(true, ordering: .releasing) }

    /// Hands texts to the first building.
    func add(_ changes: [CorpusChange], position: Int64) async {
        await onQueue { $0.builder.add(changes, position: position) }
    }

    /// Makes what was handed over visible.
    func finish(position: Int64) async {
        await onQueue { index in
            index.builder.add([], position: position)
            index.builder.finish()
            // Without a text nothing was published that could carry the position.
            if index.corpus.position != position { index.corpus.apply([], position: position) }
        }
    }

    /// Folds later changes in. Texts beyond the limit are left out.
    func apply(_ changes: [CorpusChange], position: Int64) async {
        await onQueue { index in
            let snapshot = index.corpus.snapshot
            var room = index.textsMax - snapshot.count
            let taken = changes.filter { change in
                guard case .put(let record) = change, !snapshot.contains(record.id) else { return true }
                room -= 1
                if room < 0 { index.markCut() }
                return room >= 0
            }
            index.corpus.apply(taken, position: position)
        }
    }

    private func onQueue(_ body: @escaping @Sendable (WorkspaceIndex) -> Void) async {
        await withCheckedContinuation { continuation in
            queue.async { [self] in
                body(self)
                continuation.resume()
            }
        }
    }
}

/// What the index keeps of a text.
enum IndexEntry {
    /// The index knows texts of all kinds by one number.
    static func number(_ kind: FoundKind, _ id: Int64) -> Int64 { id * 64 + Int64(place(kind)) }

    /// Nil for a number that no text has.
    static func text(_ number: Int64) -> (kind: FoundKind, id: Int64)? {
        let place = Int(number % 64)
        guard FoundKind.allCases.indices.contains(place) else { return nil }
        return (FoundKind.allCases[place], number / 64)
    }

    /// Kinds stand in the facet of that name; institutions in that of sources, which no text of a workspace has.
    static let institutionFacet = Facet.source

    static func record(_ kind: FoundKind, _ text: ShelfText) -> CorpusRecord {
        var facets: [(facet: Facet, value: String)] = [(.kind, kind.rawValue)]
        if let institution = text.institution { facets.append((institutionFacet, String(institution.value))) }
        return CorpusRecord(
            id: number(kind, text.id),
            texts: text.wordings.flatMap { wording in
                [wording.title, wording.body].filter { !$0.isEmpty }.map { (wording.language, $0) }
            }, facets: facets, date: date(text.day))
    }

    private static let places = Dictionary(
        uniqueKeysWithValues: FoundKind.allCases.enumerated().map { ($0.element, $0.offset) })

    private static func place(_ kind: FoundKind) -> Int { places[kind] ?? 0 }

    private static func date(_ day: String?) -> Int32 {
        day.flatMap { CalendarDate(String($0.prefix(10))) }.map(\.number) ?? 0
    }
}
