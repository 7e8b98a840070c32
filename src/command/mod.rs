//! The command line: `factbox [FILE…]` explains articles, `factbox batch` explains JSON Lines.

mod batch;
mod explain;
mod failure;
mod places;
mod published;
mod queue;

pub use failure::Failure;
pub use places::gazetteer;
pub use published::day;

use crate::export::Format;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

/// Explains news articles about strikes, war, attacks or disasters: facts, casualties, regions hit.
#[derive(Debug, Parser)]
#[command(name = "factbox", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    explain: Explain,
}

/// What `factbox [FILE…]` is told.
#[derive(Debug, clap::Args)]
struct Explain {
    /// Text files to explain; `-` or none reads standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to print the report
    #[arg(long, default_value = "text", value_parser = formats())]
    format: Format,
    /// Day of publication, against which "Friday" or "last night" is resolved
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<String>,
    /// The headline, where it is not in the text
    #[arg(long)]
    title: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Explain JSON Lines {"id","text","title"?,"published"?} from standard input, one report a line
    Batch,
}

/// How a run ended, as an exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: everything was explained.
    Done,
    /// 1: some files or lines failed, the rest was explained.
    Partial,
    /// 2: nothing was explained.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Partial => ExitCode::from(1),
            Outcome::Failed => ExitCode::from(2),
        }
    }
}

/// Reads the arguments, does what they say and returns the exit status.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.task {
        Some(Task::Batch) => {
            hint("Waiting for JSON Lines on standard input; end with Ctrl-D.");
            batch::run(io::BufReader::new(io::stdin()), &mut io::stdout().lock())
        }
        None => explain::run(&arguments.explain, &mut io::stdout().lock()),
    };
    match result {
        Ok(outcome) => outcome.into(),
        // Whoever reads our output has seen enough (`factbox … | head`).
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            Outcome::Failed.into()
        }
    }
}

/// One sentence on standard error.
fn complain(failure: &Failure) {
    eprintln!("factbox: {failure}");
}

/// Tells somebody at a keyboard what the program waits for.
fn hint(words: &str) {
    if io::stdin().is_terminal() {
        eprintln!("{words}");
    }
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| name.parse::<Format>())
}
