/// One thing that was looked at: how it stands, and what to do where it does not stand well.
struct Symptom: Hashable, Sendable {
    enum State: String, Sendable, CaseIterable {
        case fine
        /// It works, but something is missing or will not last.
        case notice
        /// It does not work, or is not safe.
        case wrong
    }

    /// What part of the installation it is about, in the order they are shown.
    enum Area: String, Sendable, CaseIterable {
        case configuration, folder, database, programs, memory, clock, mail, proxy
    }

    let area: Area
    let state: State
    let says: String
    /// What whoever runs the server can do; nil where there is nothing to do.
    let remedy: String?

    init(_ area: Area, _ state: State, _ says: String, remedy: String? = nil) {
        self.area = area
        self.state = state
        self.says = says
        self.remedy = remedy
    }
}
