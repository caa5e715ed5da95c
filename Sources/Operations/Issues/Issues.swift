package import Domain
package import Reference
package import Store

/// The things to do that a State's recommendations come to, over all mechanisms and cycles.
///
/// The program makes issues and adds newcomers to them; it never moves what stands. What it would change is a proposal, and what a
/// person decided holds. Decisions are for coordinators, and each is in the audit log and in the issue's history.
package struct Issues: Sendable {
    let database: any Database
    let reference: ReferenceFacts
    let library: Library
    let clock: Clock
    let ids: IDAllocator
    /// What is being computed in this process.
    let work: IssueWork

    /// Keep one for the process: it knows what is being computed.
    package init(database: any Database, library: Library, reference: ReferenceFacts, clock: Clock) {
        self.database = database
        self.library = library
        self.reference = reference
        self.clock = clock
        ids = IDAllocator(database)
        work = IssueWork()
    }

    /// What is being computed now, and what waits.
    package var progress: IssueProgress { work.progress }
}

/// Why issues did not do what was asked.
package enum IssueError: Error, Hashable, Sendable {
    case notFound
    /// Only coordinators decide.
    case forbidden
    /// Somebody else, or a newcomer, changed the issue meanwhile: the version it has now. Nothing was changed.
    case stale(version: Int)
    /// The issue became part of another.
    case merged(into: IssueID)
    /// A field and what is allowed.
    case invalid(field: String, allowed: String)
    /// The proposal was decided already, or what it spoke of stands elsewhere now.
    case settled
    /// A later decision touched the same things: that one is taken back first.
    case overtaken
    /// The issues of this State change faster than they can be computed; nothing was changed, try again.
    case busy
    case store(String)
}

/// Where a recommendation goes.
package enum IssueTarget: Sendable, Hashable {
    case existing(IssueID)
    /// A name, or nil to leave it to the program.
    case new(name: String?)
}
