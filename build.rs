//! Compiles the Slint files, with the visitor's languages and, outside releases, the names by which tests find elements.

use std::process::ExitCode;

fn main() -> ExitCode {
    let config = slint_build::CompilerConfiguration::new()
        .with_style("fluent-light".into())
        .with_bundled_translations("ui/lang")
        .with_default_translation_context(slint_build::DefaultTranslationContext::None)
        .with_debug_info(std::env::var("PROFILE").is_ok_and(|profile| profile == "debug"));
    // The compiler has printed every fault by the time it returns.
    match slint_build::compile_with_config("ui/app_window.slint", config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
