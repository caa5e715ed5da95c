package import Domain
import Locales
import Markup
import People

/// Something of the public record that workspaces may speak of.
package enum RecordThing: Hashable, Sendable {
    case recommendation(RecommendationID)
    case issue(IssueID)
    case state(StateCode)
}

/// A place of a workspace that speaks of it.
package struct RecordMention: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case plan, law
    }

    package var kind: Kind
    /// Without the language.
    package var path: String
    package var title: String

    package init(kind: Kind, path: String, title: String) {
        self.kind = kind
        self.path = path
        self.title = title
    }
}

/// Where a member's workspace speaks of a thing of the record, as far as she may see it: given by the rooms of workspaces to the
/// pages of the record, which know nothing of them.
package typealias RecordMentions =
    @Sendable (RecordThing, Member) async throws(WorkspaceError) -> [RecordMention]

extension View {
    /// Asks every workspace that its reader is a member of; for strangers there is nothing to ask.
    package func recordMentions(of thing: RecordThing) async throws(WebError) -> [(
        workspace: Workspace, found: RecordMention
    )] {
        guard let session, let mentions = exchange.site.recordMentions else { return [] }
        do throws(WorkspaceError) {
            var all: [(workspace: Workspace, found: RecordMention)] = []
            for member in try await exchange.site.workspaces.memberships(of: session.account)
            where member.may(.seePlan) {
                for found in try await mentions(thing, member) { all.append((member.workspace, found)) }
            }
            return all
        } catch { throw WebError(error) }
    }

    /// Facts of a list of facts: one for each kind and workspace.
    package func recordMentions(_ mentions: [(workspace: Workspace, found: RecordMention)]) {
        for kind in RecordMention.Kind.allCases {
            let own = mentions.filter { $0.found.kind == kind }
            for workspace in Set(own.map(\.workspace)).sorted(by: { $0.slug < $1.slug }) {
                fact(say("matters.\(kind.rawValue)", ["workspace": .text(workspace.name)])) {
                    for mention in own where mention.workspace == workspace {
                        html.element(.p) {
                            html.element(
                                .a, .href(address(mention.found.path)), .dir("auto"), text: mention.found.title)
                        }
                    }
                }
            }
        }
    }
}
