package import People

/// Screening of programmes and agreements for harm: everything in this room is reached through this.
///
/// Each side's answers are its own rows and are never merged, counted against each other or made into a score.
package struct Screenings: Sendable {
    package let store: WorkspaceStore
    package let questions: ScreeningQuestions

    package init(store: WorkspaceStore, questions: ScreeningQuestions) {
        self.store = store
        self.questions = questions
    }
}
