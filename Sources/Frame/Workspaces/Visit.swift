package import Domain
package import People

/// A question of somebody who is a member of the workspace it is about, and may do what the route is for. Handlers that take it
/// need no check of their own; how far the right reaches, `member.limit(right)` says to the statement that reads or writes.
package struct Visit: Sendable {
    package let exchange: Exchange
    package let member: Member
    /// Nil where a token stands for the person.
    package let session: SignedIn?

    package init(exchange: Exchange, member: Member, session: SignedIn?) {
        self.exchange = exchange
        self.member = member
        self.session = session
    }

    package typealias Handler = @Sendable (Visit) async throws(WebError) -> Answer
    package typealias FormHandler = @Sendable (Visit, Query) async throws(WebError) -> Answer

    package var workspace: Workspace { member.workspace }
    package func may(_ right: Right) -> Bool { member.may(right) }

    /// The sections of the workspace that are there for this member, its first page and its search aside.
    package var places: [WorkspaceSection.Place] {
        exchange.site.sections.filter {
            may($0.right) && $0.section.group != nil
                && (workspace.kind == .mechanism || !$0.section.isOfMechanisms)
        }
    }

    /// Whether there is a search over the workspace for this member.
    var mayBeSearched: Bool { exchange.site.sections.contains { $0.section == .search && may($0.right) } }

    /// The same by group, in the order of the navigation; a group without a section is left out.
    package var groups: [(group: WorkspaceSection.Group, places: [WorkspaceSection.Place])] {
        let places = places
        return WorkspaceSection.Group.allCases.compactMap { group in
            let own = places.filter { $0.section.group == group }
            return own.isEmpty ? nil : (group, own)
        }
    }

    /// An address of this workspace: `path("/plan")` is `/workspaces/aldora/plan`.
    package func path(_ rest: String) -> String { "/workspaces/\(workspace.slug)\(rest)" }

    /// The same in the API.
    package func apiPath(_ rest: String) -> String { "/api/v1/workspaces/\(workspace.slug)\(rest)" }

    /// A form is from one of this site's pages, made for this session.
    package func check(token: String?) throws(WebError) {
        guard let session else { throw .foreignForm }
        try Signed(exchange: exchange, session: session).check(token: token)
    }

    /// Whoever the cookie names, as a member of the workspace in the address: nobody is sent to sign in, somebody who is no member
    /// learns nothing, a member without the right is told so.
    static func signedIn(_ exchange: Exchange) async throws(WebError) -> Visit {
        let signed = try await Signed.required(exchange)
        let member = try await member(signed.session.account, exchange)
        let isShort: Bool
        do throws(WorkspaceError) {
            isShort = try await exchange.site.workspaces.lacksSecondFactor(member, signed.session)
        } catch { throw WebError(error) }
        if isShort { throw .secondFactorNeeded }
        return try Visit(exchange: exchange, member: member, session: signed.session).permitted()
    }

    /// The same for the API: a token where one is sent, else the cookie, and that for reading alone, so that no page of another
    /// site can make a browser write.
    static func asking(_ exchange: Exchange) async throws(WebError) -> Visit {
        guard let token = Bearer.token(exchange) else {
            guard exchange.incoming.method == .read else { throw .signInNeeded(back: exchange.path) }
            return try await signedIn(exchange)
        }
        guard !token.isEmpty, let bearer = try await exchange.site.authenticating(token) else {
            throw .signInNeeded(back: exchange.path)
        }
        let member = try await member(bearer.account, exchange)
        if let only = bearer.workspace, only != member.workspace.id { throw .notFound }
        return try Visit(exchange: exchange, member: member.limited(to: bearer.rights), session: nil).permitted()
    }

    private static func member(_ account: Account, _ exchange: Exchange) async throws(WebError) -> Member {
        do throws(WorkspaceError) {
            return try await exchange.site.workspaces.member(account, in: exchange.value("workspace"))
        } catch { throw WebError(error) }
    }

    /// A route without a right lets nobody in.
    private func permitted() throws(WebError) -> Visit {
        guard let right = exchange.route.right, member.may(right) else { throw .forbidden }
        return self
    }
}
