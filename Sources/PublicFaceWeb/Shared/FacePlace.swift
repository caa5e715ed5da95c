import CooperationWeb
import Domain
import Frame
import Locales
import PublicFace

/// One kind of page of a public face: what follows its base, and who writes it.
struct FacePlace: Sendable {
    let name: String
    let pattern: String
    var parameters: [Parameter] = []
    /// Also for members at their own stage.
    var isForMembers = true
    let write: @Sendable (FacePage) async throws(WebError) -> Answer

    static let after = Parameter(name: "after", form: .number, summary: "The last number of the page before.")
    static let version = Parameter(
        name: "version", place: .path, form: .number, summary: "Which of the object's public versions.")
    static let stage = Parameter(
        name: "as", form: .choice(["", "partners", "institution"]),
        summary: "The stage a member of government reads at.")

    static let filters: [Parameter] = [
        Parameter(name: "q", form: .text(charactersMax: 200), summary: "Words of the title."),
        Parameter(name: "status", form: .text(charactersMax: 40), summary: "A status; `nothing` where none was said."),
        Parameter(name: "lead", form: .text(charactersMax: 300), summary: "The name of the institution that leads."),
    ]

    func routes(_ faces: PublicFaces) -> [Route] {
        let write = write
        let own = Route.page(
            "public-" + name, "/public/{workspace}" + pattern, [.workspace] + parameters + [Cite.parameter]
        ) { exchange throws(WebError) in try await write(try await FacePage.open(exchange, faces)) }
        guard isForMembers else { return [own] }
        let seen = Route.workspace(
            "seen-" + name, "/public/seen" + pattern, parameters + [Self.stage], right: .seeWorkspace
        ) { visit throws(WebError) in try await write(try await FacePage.member(visit, faces)) }
        return [own, seen]
    }
}
