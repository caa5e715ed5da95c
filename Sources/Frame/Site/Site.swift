package import Domain
package import Locales
package import Operations
package import People

/// What every page and answer is made from.
package struct Site: Sendable {
    package let library: Library
    package let accounts: Accounts
    /// Where people may sign in with an identity from elsewhere.
    package let outside: OutsideSignIn?
    package let desk: Desk
    package let issues: Issues
    package let tags: Tags
    package let workspaces: Workspaces
    /// Who sends a token in place of a cookie.
    package let authenticating: Authenticating
    package let locales: Locales
    package let names: Names
    package let assets: Assets
    /// Where workspaces speak of what the public record shows; nil where there is none to ask.
    package let recordMentions: RecordMentions?
    /// What rooms further up add to pages of the record, in the order they are shown.
    package let recordAsides: [RecordAsides]
    /// What they add to the desk.
    package let deskAsides: [DeskAsides]
    /// For the date on printed pages.
    package let clock: Clock
    /// Parts of a workspace that have a page, with the right it asks for; set by the responder from its routes.
    package internal(set) var sections: [WorkspaceSection.Place] = []
    /// Addresses of pages that are there, for everybody or for people who are signed in, so that no link leads nowhere.
    package internal(set) var pages: Set<String> = []
    let overviews: OverviewCache
    /// Figures of what runs beside the pages.
    let gauges: Gauges
    let traffic = Traffic()
    /// Without a slash at the end; empty where addresses stay relative.
    package let publicAddress: String

    /// Whether readers come by https, so that cookies can insist on it.
    package var isSecure: Bool { publicAddress.hasPrefix("https://") }

    package init(
        library: Library, accounts: Accounts, desk: Desk, issues: Issues, locales: Locales, names: Names,
        assets: Assets, workspaces: Workspaces,
        publicAddress: String? = nil,
        clock: Clock = .system, tags: Tags? = nil, authenticating: @escaping Authenticating = { _ in nil },
        outside: OutsideSignIn? = nil, recordMentions: RecordMentions? = nil,
        recordAsides: [RecordAsides] = [], deskAsides: [DeskAsides] = [],
        gauges: @escaping Gauges = { [] }
    ) {
        self.library = library
        self.accounts = accounts
        self.outside = outside
        self.recordMentions = recordMentions
        self.recordAsides = recordAsides
        self.deskAsides = deskAsides
        self.gauges = gauges
        self.desk = desk
        self.workspaces = workspaces
        self.authenticating = authenticating
        self.issues = issues
        self.tags = tags ?? Tags(library: library, advice: TagAdvice(data: "", resources: nil), clock: clock)
        self.locales = locales
        self.names = names
        self.assets = assets
        self.clock = clock
        self.publicAddress = publicAddress ?? ""
        overviews = OverviewCache(library: library)
    }

    /// What is inside, at most a few seconds old.
    package func overview() async throws(WebError) -> Overview { try await overviews.current() }
}
