import Corpus
package import Domain
package import People

/// Finding what a workspace wrote. Its texts are in an index of their own, which only members of the workspace ask, and every hit is
/// read again with the reader's rights before it is shown or counted. Nothing of it comes near the index of the public record.
package struct WorkspaceSearch: Sendable {
    package struct Limits: Sendable {
        /// Texts of one workspace; the oldest reports beyond it are not found, and the page says so.
        package var textsMax: Int
        /// Bytes of all indexes together, above which those unused for longest are let go.
        package var bytesMax: Int
        /// Hits that are counted exactly; beyond it stands "more than".
        package var countedMax: Int

        package init(textsMax: Int = 250_000, bytesMax: Int = 512 << 20, countedMax: Int = 500) {
            self.textsMax = textsMax
            self.bytesMax = bytesMax
            self.countedMax = countedMax
        }
    }

    package let store: WorkspaceStore
    package let limits: Limits
    private let indexes: WorkspaceIndexes

    package init(store: WorkspaceStore, limits: Limits = Limits()) {
        self.store = store
        self.limits = limits
        indexes = WorkspaceIndexes(store, limits)
    }

    /// What the question finds for this member; `forbidden` for who may see nothing of the workspace.
    package func find(_ question: FindQuestion, _ member: Member) async throws(WorkspaceError) -> FoundPage {
        try member.require(.seeWorkspace)
        let index = try await indexes.index(of: member.workspace)
        let (snapshot, isCut, limits) = (index.corpus.snapshot, index.isCut, limits)
        return try await store.read { connection in
            try Finding(question, member, snapshot, limits, connection).page(isCut: isCut)
        }
    }

    /// Kinds of texts this member may find anything of.
    package static func kinds(_ member: Member) -> [FoundKind] {
        FoundKind.allCases.filter { kind in Shelf.of(kind).map { member.may($0.right) } ?? false }
    }

    /// Workspaces whose index is in memory, the last used first, with texts and bytes.
    package var held: [(workspace: WorkspaceID, texts: Int, bytes: Int)] { get async { await indexes.held } }
}
