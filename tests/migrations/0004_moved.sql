UPDATE meeting SET time_sequence = sequence;
