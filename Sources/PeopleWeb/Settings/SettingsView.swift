import Domain
import Frame
import Locales
import Markup
import People

/// What administrators decide for their workspace.
enum SettingsView {
    static let routes: [Route] = [
        .workspace("settings", "/settings", [said], right: .manageSettings) { visit throws(WebError) in
            try await answer(visit)
        },
        .workspaceForm("settings-form", "/settings", right: .manageSettings) { visit, form throws(WebError) in
            try await change(visit, form)
        },
    ]

    private static let said = Parameter(name: "said", form: .choice(["saved"]), summary: "What was just done")

    private static func answer(_ visit: Visit, trouble: String? = nil) async throws(WebError) -> Answer {
        let settings = try await WebError.running { () async throws(WorkspaceError) in
            try await visit.exchange.site.workspaces.settings(visit.member)
        }
        let view = View(visit)
        let workspace = visit.workspace
        var head = PageHead(title: view.say("people.settings.title"), place: .settings)
        head.path = visit.path("/settings")
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(head.title)
            if let trouble { view.problem(trouble) }
            if visit.exchange.query.first("said") != nil { view.done(view.say("people.settings.said")) }
            view.form(visit.path("/settings"), button: view.say("people.save")) {
                view.textField("name", view.say("people.name"), workspace.name, most: 200)
                view.select(
                    "language", view.say("people.letterLanguage"),
                    visit.exchange.site.locales.all.map { ($0.tag, $0.name) }, chosen: workspace.language.rawValue,
                    hint: view.say("people.settings.languageHint"))
                view.textField(
                    "timeZone", view.say("people.settings.timeZone"), workspace.timeZone,
                    hint: view.say("people.settings.timeZoneHint"), most: 64, direction: "ltr")
                view.checkbox(
                    "requiresSecondFactor", view.say("people.settings.secondFactor"),
                    isOn: settings.requiresSecondFactor)
            }
        }
    }

    private static func change(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        if let detour = visit.detour("/settings") { return detour }
        let tag = form.first("language") ?? ""
        guard visit.exchange.site.locales[tag] != nil else {
            throw .invalid([.init(name: "language", allowed: "a language of this site")])
        }
        do throws(WorkspaceError) {
            try await visit.exchange.site.workspaces.change(
                name: form.first("name") ?? "", language: LanguageTag(tag), timeZone: form.first("timeZone") ?? "",
                WorkspaceSettings(requiresSecondFactor: form.first("requiresSecondFactor") == "yes"),
                hasSecondFactor: visit.session?.hasSecondFactor == true, by: visit.member)
            return .seeOther(View(visit).address(visit.path("/settings"), [("said", "saved")]))
        } catch {
            guard case .invalid(let troubles) = error, let first = troubles.first else { throw WebError(error) }
            return try await answer(visit, trouble: View(visit).say(text(first.allowed)))
        }
    }

    /// The keys of workspaces' own troubles, as pages say them.
    private static func text(_ key: String) -> String {
        key.hasPrefix("workspace.") ? "people.settings.\(key.dropFirst("workspace.".count))" : key
    }
}
